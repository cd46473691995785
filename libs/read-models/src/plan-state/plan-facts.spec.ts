import {
  ActionCreated,
  ActionRenumbered,
  ActionsCarriedForward,
  ActionWithdrawn,
  DocumentImported,
  EnablerAdded,
  GlossaryTermDefined,
  GlossaryTermRemoved,
  IndicatorLinked,
  IndicatorUnlinked,
  ItemRemoved,
  NarrativeRecorded,
  NoteAdded,
  NoteSuperseded,
  PlanPeriodSet,
  PlanRenamed,
  PriorityAdded,
  PriorityLinked,
  RatingChanged,
  RatingScaleSet,
  ResultAdded,
  StoryTold,
  TargetMet,
  TargetSet,
  ThemeAdded,
  TimescaleSet,
  UpdateCadenceSet,
} from '@trackrecord/domain';
import {
  aPlan,
  documentNumber,
  eventIdNumber,
  eventsOf,
  happened,
  type Happened,
  saidBy,
  stateAfter,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { countByRating } from './count-by-rating.ts';
import { planFactsOf } from './plan-facts.ts';
import { planStructureOf } from './plan-structure.ts';

const factsOn = (on: string, ...past: ReadonlyArray<Happened>) =>
  planFactsOf(stateAfter(eventsOf([aPlan, ...past]), on).cut);

const structureOn = (on: string, ...past: ReadonlyArray<Happened>) =>
  planStructureOf(stateAfter(eventsOf([aPlan, ...past]), on).cut);

const created = (action: string, on = '2026-01-01', ref = action): Happened =>
  happened(
    ActionCreated,
    { action, ref, label: `Action ${ref}.`, title: `Do ${ref}`, under: { results: [] } },
    on,
  );

describe('a plan on a date', () => {
  it('given a plan that was only registered, then it is open, in London, with the usual scale and cadence', () => {
    expect(factsOn('2026-06-30')).toEqual({
      title: 'Harbour Children’s Plan',
      timeZone: 'Europe/London',
      period: null,
      status: 'open',
      successor: null,
      cadence: {
        months: 2,
        byRating: { Red: 1, Amber: 2, Green: 3, 'Not rated': 2, Complete: 0 },
      },
      scale: ['Red', 'Amber', 'Green'],
      documents: [],
      actions: [],
    });
  });

  it('given what was set on a date, then it holds from that date on', () => {
    const past = [
      happened(PlanRenamed, { title: 'Harbour Plan' }, '2026-03-01'),
      happened(
        PlanPeriodSet,
        { period: { asWritten: '2026 – 2028', latest: '2028-12-31' } },
        '2026-03-01',
      ),
      happened(UpdateCadenceSet, { months: 1 }, '2026-03-01'),
      happened(RatingScaleSet, { scale: ['Red', 'Green', 'Complete'] }, '2026-03-01'),
      happened(ActionsCarriedForward, { into: 'harbour-2', actions: [] }, '2026-03-01'),
    ];
    expect(factsOn('2026-02-28', ...past)).toMatchObject({ title: 'Harbour Children’s Plan' });
    expect(factsOn('2026-03-01', ...past)).toMatchObject({
      title: 'Harbour Plan',
      period: { asWritten: '2026 – 2028', latest: '2028-12-31' },
      cadence: { months: 1, byRating: {} },
      scale: ['Red', 'Green', 'Complete'],
      successor: 'harbour-2',
    });
  });

  it('given a document imported for two dates, then it is listed for each', () => {
    const imported = (on: string) =>
      saidBy(
        1,
        DocumentImported,
        { document: documentNumber(1), name: 'plan.txt', on, blocks: 12, confirmed: [] },
        on,
      );
    const past = [imported('2026-03-31'), imported('2026-06-30')];
    const document = { sha256: documentNumber(1), name: 'plan.txt', blocks: 12 };
    expect(factsOn('2026-06-30', ...past).documents).toEqual([
      { ...document, on: '2026-03-31' },
      { ...document, on: '2026-06-30' },
    ]);
    expect(factsOn('2026-04-30', ...past).documents).toEqual([{ ...document, on: '2026-03-31' }]);
  });
});

describe('an action on a date', () => {
  it('given one that was only created, then it is open, not rated and in no place', () => {
    expect(factsOn('2026-06-30', created('27')).actions).toEqual([
      {
        id: '27',
        ref: '27',
        label: 'Action 27.',
        title: 'Do 27',
        under: { results: [] },
        rating: 'Not rated',
        status: 'open',
        owners: [],
        timescale: null,
        notes: [],
        crossReferences: [],
        knownAs: [],
        requests: [],
        createdOn: '2026-01-01',
        lastUpdatedOn: '2026-01-01',
      },
    ]);
  });

  it('given a date before it was created, then it is not there', () => {
    expect(factsOn('2025-12-31', created('27')).actions).toEqual([]);
  });

  it('given another ref, then it keeps its id and what it was known as, and stands by its ref', () => {
    const past = [
      created('3'),
      created('20'),
      happened(ActionRenumbered, { action: '20', ref: '1', label: '1.', knownAs: '20' }),
    ];
    expect(
      factsOn('2026-06-30', ...past).actions.map(({ id, ref, knownAs }) => [id, ref, knownAs]),
    ).toEqual([
      ['20', '1', ['20']],
      ['3', '3', []],
    ]);
  });

  it('given a note that gave way to another, then only that one stands', () => {
    const note = (id: string, on: string) =>
      happened(NoteAdded, { action: '27', note: id, text: `Note ${id}.` }, on);
    const past = [
      created('27'),
      note('n-1', '2026-02-01'),
      note('n-2', '2026-03-01'),
      happened(NoteSuperseded, { action: '27', note: 'n-1', by: 'n-2' }, '2026-03-01'),
    ];
    const notesOn = (on: string) =>
      factsOn(on, ...past).actions[0]?.notes.map(({ value, since }) => [value, since]);
    expect(notesOn('2026-02-28')).toEqual([['Note n-1.', '2026-02-01']]);
    expect(notesOn('2026-03-01')).toEqual([['Note n-2.', '2026-03-01']]);
  });

  it('given a document that says it again, then it was created, noted and last updated when it was', () => {
    const again = saidBy(
      1,
      DocumentImported,
      {
        document: documentNumber(1),
        name: 'june.txt',
        on: '2026-06-01',
        blocks: 3,
        confirmed: [
          // The plan's registration is event 1.
          {
            event: eventIdNumber(2),
            registers: ['exists', 'title'].map((field) => ({ subject: 'action:27', field })),
          },
          {
            event: eventIdNumber(3),
            registers: [{ subject: 'action:27', field: 'note/n-1' }],
          },
        ],
      },
      '2026-06-01',
    );
    const note = happened(NoteAdded, { action: '27', note: 'n-1', text: 'Agreed.' }, '2026-02-01');
    expect(factsOn('2026-06-30', created('27'), note, again).actions).toMatchObject([
      {
        createdOn: '2026-01-01',
        lastUpdatedOn: '2026-02-01',
        notes: [{ value: 'Agreed.', since: '2026-02-01' }],
      },
    ]);
  });
});

describe('the count of ratings', () => {
  it('given a scale, then every rating of it is counted, and those without one, and none twice', () => {
    const { scale, actions } = factsOn(
      '2026-06-30',
      ...['1', '2', '3', '4', '5'].map((ref) => created(ref)),
      happened(RatingChanged, { action: '1', rating: 'Red' }),
      happened(RatingChanged, { action: '2', rating: 'Red' }),
      happened(RatingChanged, { action: '3', rating: 'Complete' }),
      happened(RatingChanged, { action: '4', rating: 'Green' }),
      happened(ActionWithdrawn, { action: '4' }),
    );
    expect(countByRating(scale, actions)).toEqual({
      Red: 2,
      Amber: 0,
      Green: 0,
      'Not rated': 1,
      Complete: 1,
    });
  });
});

describe('a plan’s structure on a date', () => {
  const priority = (ref: string) =>
    happened(PriorityAdded, { priority: ref, title: `Priority ${ref}` }, '2026-01-01');

  it('given priorities in an order of their own, then they stand in it; themes stand by number', () => {
    const theme = (ref: string, under: string) =>
      happened(ThemeAdded, { theme: ref, title: `Theme ${ref}`, priority: under }, '2026-01-01');
    const { priorities } = structureOn(
      '2026-06-30',
      ...['1', '4', '2'].map(priority),
      theme('4.10', '4'),
      theme('4.2', '4'),
      theme('2.1', '2'),
    );
    expect(priorities.map(({ ref, themes }) => [ref, themes.map((one) => one.ref)])).toEqual([
      ['1', []],
      ['4', ['4.2', '4.10']],
      ['2', ['2.1']],
    ]);
  });

  it('given what hangs on a priority, then it stands under it', () => {
    const outcome = { framework: 'County plan', title: 'Families', basis: 'inferred' };
    const measure = { baseline: '18', target: '9' };
    const { priorities } = structureOn(
      '2026-06-30',
      happened(PriorityAdded, { priority: '2', title: 'Play', statement: 'All play.' }),
      happened(PriorityLinked, { priority: '2', link: 'county-2', outcome }),
      happened(ResultAdded, { result: '2(i)', title: 'Fewer moves', priority: '2', measure }),
      happened(StoryTold, { about: 'result:2(i)', story: 's-1', text: 'In Year 9.' }),
      happened(StoryTold, { about: 'priority:2', story: 's-2', text: 'Few halls.' }),
    );
    expect(priorities).toEqual([
      {
        ref: '2',
        title: 'Play',
        statement: 'All play.',
        outcomes: [outcome],
        stories: ['Few halls.'],
        themes: [],
        results: [{ ref: '2(i)', title: 'Fewer moves', measure, stories: ['In Year 9.'] }],
      },
    ]);
  });

  it('given an item that was removed, then it is there until then', () => {
    const past = [priority('1'), happened(ItemRemoved, { item: 'priority:1' }, '2026-06-01')];
    expect(structureOn('2026-05-31', ...past).priorities).toHaveLength(1);
    expect(structureOn('2026-06-01', ...past).priorities).toEqual([]);
  });

  it('given targets, indicators, enablers, terms and sections, then each as it holds', () => {
    const part = { kind: 'text', text: 'Every child thrives.' };
    const structure = structureOn(
      '2026-06-30',
      happened(EnablerAdded, { enabler: 'B', title: 'Money' }),
      happened(EnablerAdded, { enabler: 'A', title: 'People' }),
      happened(TargetSet, {
        target: '2.3a',
        label: '2.3a.',
        words: 'Ten halls',
        under: 'theme:2.3',
        timescale: { asWritten: '2027' },
      }),
      happened(TargetMet, { target: '2.3a' }),
      happened(IndicatorLinked, { indicator: 'ni-1', to: 'priority:2' }),
      happened(IndicatorLinked, { indicator: 'ni-2', to: 'priority:2' }),
      happened(IndicatorUnlinked, { indicator: 'ni-2', from: 'priority:2' }),
      happened(GlossaryTermDefined, { term: 'FLO', meaning: 'Family Liaison Officer' }),
      happened(GlossaryTermDefined, { term: 'TBC', meaning: '' }),
      happened(GlossaryTermRemoved, { term: 'TBC' }),
      happened(NarrativeRecorded, {
        section: 'our-vision',
        narrative: { heading: 'Our vision', parts: [part] },
      }),
      happened(TimescaleSet, { action: '27', timescale: { asWritten: 'soon' } }),
    );
    expect(structure).toEqual({
      priorities: [],
      enablers: [
        { ref: 'A', title: 'People' },
        { ref: 'B', title: 'Money' },
      ],
      targets: [
        {
          ref: '2.3a',
          label: '2.3a.',
          words: 'Ten halls',
          under: 'theme:2.3',
          status: 'met',
          timescale: { asWritten: '2027' },
        },
      ],
      dataNeeds: [],
      indicators: [{ indicator: 'ni-1', under: ['priority:2'], baseline: null }],
      glossary: [{ term: 'FLO', meaning: 'Family Liaison Officer' }],
      narratives: [{ section: 'our-vision', heading: 'Our vision', parts: [part] }],
      crossReferences: [],
    });
  });
});
