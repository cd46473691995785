import { beforeAll, describe, expect, it } from 'vitest';
import { ImportJson, OwedJson, PlanJson } from './kit/answers.ts';
import { importPaper, papers, sampleFile } from './harbour-year.ts';
import { setUpDesk } from './kit/desk.ts';
import { actionOf, owedBecause } from './kit/reading.ts';

// Every number here stands in the sample's ANSWERS.md, worked out by hand.

const ratings: Readonly<Record<string, string>> = {
  R: 'Red',
  A: 'Amber',
  'A/G': 'Amber/Green',
  G: 'Green',
  '-': 'Not rated',
};

/** Each action's rating in each paper; blank where the paper does not hold it. */
const actions: ReadonlyArray<readonly [ref: string, ...inEachPaper: ReadonlyArray<string>]> = [
  ['1', 'A', 'A', 'G', 'G'],
  ['2', 'A', 'A', 'A', 'A'],
  ['3', 'R', 'R', 'R', 'A'],
  ['4', 'A/G', 'A/G', 'G', 'G'],
  ['5', 'G', 'A', 'A', 'A'],
  ['6', 'A', 'A', 'A', 'A'],
  ['7', 'R', 'A', 'A', 'G'],
  ['8', 'A', 'A', 'A', 'A'],
  ['9', 'A', 'A', 'A', 'R'],
  ['10', 'R', 'R', 'R', 'R'],
  ['11', '-', '-', 'A', 'A'],
  ['12', 'A', 'A', 'A', 'A'],
  ['13', 'A', 'A', 'R', 'R'],
  ['14', 'A', 'A', 'A', 'A'],
  ['15', '-', '-', '-', '-'],
  ['16', 'G', 'G', 'G', 'G'],
  ['17', 'A', 'A', '', ''],
  ['18', 'R', 'R', 'A', 'A'],
  ['20', 'G', 'G', 'G', 'G'],
  ['21', 'R', 'R', 'R', 'A'],
  ['22', '-', '-', 'R', 'R'],
  ['23', 'A', 'A', 'A', 'A'],
  ['24', 'A', 'A', 'A', 'A'],
  ['25', 'G', 'G', 'G', 'G'],
  ['26', 'A', 'A', 'R', 'R'],
  ['27', 'A', 'A', 'A', 'A'],
  ['28', 'G', 'G', 'G', 'G'],
  ['29', 'G', 'G', 'G', 'G'],
  ['30', 'A', 'A', 'A', 'G'],
  ['31', 'R', 'R', '', ''],
  ['32', '', 'A', 'A', 'G'],
  ['33', '', '', 'R', 'A'],
  ['34', '', '', '', '-'],
];

const found = [
  { actions: 30, missingNumbers: [19], updateRequests: 9, dataNeeds: 5, parties: 6 },
  { actions: 31, missingNumbers: [19], updateRequests: 9, dataNeeds: 4, parties: 6 },
  { actions: 30, missingNumbers: [17, 19, 31], updateRequests: 4, dataNeeds: 4, parties: 2 },
  { actions: 31, missingNumbers: [17, 19, 31], updateRequests: 4, dataNeeds: 3, parties: 2 },
];

const inEveryPaper = {
  priorities: 6,
  themes: 5,
  enablers: 2,
  results: 0,
  targets: 8,
  indicators: 14,
  codedIndicators: 11,
  doubtfulRequests: 1,
  glossaryTerms: 13,
};

const byRating = [
  { Red: 6, Amber: 14, 'Amber/Green': 1, Green: 6, 'Not rated': 3 },
  { Red: 5, Amber: 17, 'Amber/Green': 1, Green: 5, 'Not rated': 3 },
  { Red: 7, Amber: 15, 'Amber/Green': 0, Green: 7, 'Not rated': 1 },
  { Red: 5, Amber: 14, 'Amber/Green': 0, Green: 10, 'Not rated': 2 },
];

/** What each paper changes; the line with its date is narrative, which comes and goes with every one. */
const changes = [
  {},
  {
    ...{ ChangeRating: 3, MoveAction: 1, RewordAction: 2, CreateAction: 1 },
    ...{ AddNote: 7, SupersedeNote: 6, GiveUpdate: 1, RequestUpdate: 1, MeetDataNeed: 1 },
  },
  {
    ...{ ChangeRating: 7, MoveAction: 1, RewordAction: 1, RenumberActions: 1, WithdrawAction: 1 },
    ...{ SetTimescale: 2, AddNote: 12, SupersedeNote: 11, GiveUpdate: 5, RewordTarget: 1 },
  },
  {
    ...{ ChangeRating: 7, RewordAction: 1, CreateAction: 1, SetTimescale: 1, RewordTarget: 1 },
    ...{ AddNote: 17, SupersedeNote: 16, GiveUpdate: 1, RequestUpdate: 1, MeetDataNeed: 1 },
  },
];

const asked: ReadonlyArray<ReadonlyArray<readonly [string, string | null]>> = [
  [
    ['8', 'D. Okell'],
    ['9', 'Rhoda'],
    ['9', 'Desmond Okell'],
    ['10', null],
    ['12', 'Callum Prewitt'],
    ['14', 'TIDE'],
    ['15', 'TIDE'],
    ['16', null],
    ['23', null],
    ['26', 'I. Farrow'],
  ],
  [
    ['9', 'Rhoda'],
    ['9', 'Desmond Okell'],
    ['10', null],
    ['12', 'Callum Prewitt'],
    ['14', 'TIDE'],
    ['15', 'TIDE'],
    ['16', null],
    ['23', null],
    ['26', 'I. Farrow'],
    ['32', 'Tobias'],
  ],
  [
    ['10', null],
    ['15', 'TIDE'],
    ['16', null],
    ['26', 'I. Farrow'],
  ],
  [
    ['10', null],
    ['14', 'TIDE'],
    ['15', 'TIDE'],
    ['26', 'I. Farrow'],
  ],
];

describe('the four papers of Harbour and Vale, one after the other', () => {
  const desk = setUpDesk();
  const reports: ImportJson[] = [];

  beforeAll(async () => {
    for (const [name, on] of papers) reports.push(await importPaper(desk, name, on));
  });

  describe.each(papers.map(([name, on], place) => ({ name, on, place })))(
    'given $name of $on',
    ({ on, place }) => {
      const planThen = () => desk.json(PlanJson, 'plan', 'harbour', '--as-of', on);

      it('then every block is accounted for, and it counts what is in it', () => {
        expect(reports[place]?.accounted.unaccounted).toBe(0);
        expect(reports[place]?.found).toMatchObject({ ...inEveryPaper, ...found[place] });
      });

      it('then it takes nothing back, and changes what it says otherwise', () => {
        expect(reports[place]?.takesBack).toEqual([]);
        const {
          RecordNarrative: _,
          RemoveNarrative: __,
          ...changed
        } = reports[place]?.changes ?? {};
        if (place > 0) expect(changed).toEqual(changes[place]);
      });

      it('then the plan as of its date has its ratings', async () => {
        const plan = await planThen();
        expect(plan.actions.map(({ ref, rating }) => [ref, rating])).toEqual(
          actions.flatMap(([ref, ...inEachPaper]) => {
            const rating = ratings[inEachPaper[place] ?? ''];
            return rating === undefined ? [] : [[ref, rating]];
          }),
        );
        expect(plan.counts.byRating).toMatchObject(byRating[place] ?? {});
        expect(plan.actions.flatMap(({ owners }) => owners)).toEqual([]);
      });

      it('then those owe an update whom it asks', async () => {
        const owed = await desk.json(OwedJson, 'owed', 'harbour', '--as-of', on);
        expect(owedBecause(owed, 'asked')).toEqual(asked[place]);
      });

      it('then as much data is lacking as it says', async () => {
        const { dataNeeds } = await planThen();
        const raised = dataNeeds.filter(({ status }) => status === 'raised');
        expect(raised).toHaveLength(found[place]?.dataNeeds ?? -1);
      });
    },
  );

  it('then actions moved, slipped and got other numbers on the dates of the papers that say so', async () => {
    const [q1, q2, q3, q4] = await Promise.all(
      papers.map(([, on]) => desk.json(PlanJson, 'plan', 'harbour', '--as-of', on)),
    );
    if (q1 === undefined || q2 === undefined || q3 === undefined || q4 === undefined) return;
    const theme = (ref: string) => [q1, q2, q3, q4].map((plan) => actionOf(plan, ref).under.theme);
    expect(theme('15')).toEqual(['3.1', '3.2', '3.2', '3.2']);
    expect(theme('13')).toEqual(['2.3', '2.3', '2.2', '2.2']);
    const latest = (ref: string) =>
      [q1, q2, q3, q4].map((plan) => actionOf(plan, ref).timescale?.latest);
    expect(latest('3')).toEqual(['2025-09-30', '2025-09-30', '2026-03-31', '2026-03-31']);
    expect(latest('11')).toEqual(['2025-09-30', '2025-09-30', '2025-09-30', '2026-07-31']);
    expect(latest('24')).toEqual(['2025-07-31', '2025-07-31', '2025-12-31', '2025-12-31']);
    expect(actionOf(q3, '33')).toMatchObject({ knownAs: ['31'], label: 'Action 33.' });
    expect(actionOf(q3, '33').title).toBe(actionOf(q2, '31').title);
    expect(q3.withdrawn.map(({ ref }) => ref)).toEqual(['17']);
  });

  it('then the targets, indicators and outcomes stand where the papers have them', async () => {
    const plan = await desk.json(PlanJson, 'plan', 'harbour', '--as-of', '2025-03-31');
    expect(plan.targets.map(({ ref, under }) => [ref, under])).toEqual([
      ['1a', 'priority:1'],
      ['1b', 'priority:1'],
      ['2.1a', 'theme:2.1'],
      ['2.1b', 'theme:2.1'],
      ['2.3', 'theme:2.3'],
      ['3.2a', 'theme:3.2'],
      ['3.2b', 'theme:3.2'],
      ['4a', 'priority:4'],
    ]);
    expect(plan.indicators.map(({ code, under }) => [code, under[0]])).toEqual([
      ['NI 901', 'priority:1'],
      ['NI 902', 'theme:2.2'],
      ['NI 903', 'theme:2.3'],
      ['LS 2', 'theme:2.3'],
      ['NI 904', 'priority:3'],
      ['NI 905', 'priority:3'],
      [null, 'priority:3'],
      [null, 'priority:3'],
      ['NI 906', 'priority:4'],
      ['NI 907', 'priority:4'],
      ['NI 908', 'priority:5a'],
      [null, 'priority:5a'],
      ['NI 909', 'priority:5b'],
      ['NI 910', 'priority:5b'],
    ]);
    expect(
      plan.priorities.map(({ ref, outcomes }) => [ref, outcomes.map((one) => one.ref)]),
    ).toEqual([
      ['1', ['1']],
      ['2', ['2']],
      ['3', ['3']],
      ['4', ['4']],
      ['5a', ['5']],
      ['5b', ['5']],
    ]);
    expect(actionOf(plan, '7').knownAs).toEqual(['12']);
    expect(actionOf(plan, '11').knownAs).toEqual(['4']);
    expect(actionOf(plan, '26').knownAs).toEqual(['9']);
  });

  it('when the papers are imported backwards, then every date says the same', async () => {
    const late = setUpDesk();
    for (const [name, on] of papers.toReversed()) await importPaper(late, name, on);
    for (const [, on] of papers) {
      const [forwards, backwards] = await Promise.all(
        [desk, late].map((one) => one.json(PlanJson, 'plan', 'harbour', '--as-of', on)),
      );
      if (forwards === undefined || backwards === undefined) return;
      const said = (plan: PlanJson) => ({
        actions: plan.actions.map(
          ({ ref, label, title, rating, status, under, timescale, notes }) => ({
            ...{ ref, label, title, rating, status, under, timescale },
            notes: notes.map(({ text }) => text).toSorted(),
          }),
        ),
        needs: plan.dataNeeds
          .filter(({ status }) => status === 'raised')
          .map(({ words }) => words)
          .toSorted(),
        targets: plan.targets.map(({ ref, words }) => [ref, words]),
        priorities: plan.priorities,
        glossary: plan.glossary,
        narratives: plan.narratives.map(({ section }) => section).toSorted(),
      });
      expect(said(backwards)).toEqual(said(forwards));
    }
  });
});

describe('the sample’s plans in other layouts', () => {
  it('given a plan by results, when it is imported, then it counts what is in it', async () => {
    const desk = setUpDesk();
    const argv = ['import', sampleFile('rba-plan.txt'), '--plan', 'rba', '--effective-on'];
    const report = await desk.json(ImportJson, ...argv, '2025-09-01');
    expect(report.accounted.unaccounted).toBe(0);
    expect(report.found).toMatchObject({
      ...{ priorities: 3, themes: 0, enablers: 0, results: 6, actions: 15, missingNumbers: [] },
      ...{ targets: 0, codedIndicators: 0, updateRequests: 0, dataNeeds: 6, parties: 5 },
    });
    const plan = await desk.json(PlanJson, 'plan', 'rba', '--as-of', '2025-09-01');
    expect(plan.priorities.map(({ ref }) => ref)).toEqual(['6', '2', '3']);
    expect(plan.counts.byRating).toMatchObject({ 'Not rated': 15 });
    const lists = Map.groupBy(plan.actions, ({ under }) => under.results.join(' '));
    expect([...lists.values()].map((list) => list.length).toSorted()).toEqual([3, 3, 4, 5]);
    expect(
      plan.priorities.flatMap(({ results }) =>
        results.map(({ ref, measure }) => [
          ref,
          measure?.baseline ?? null,
          measure?.target ?? null,
        ]),
      ),
    ).toEqual([
      ['6(i)', null, null],
      ['6(ii)', '640', '400'],
      ['2(i)', null, 'At least 75%'],
      ['2(ii)', null, 'At least 82%'],
      ['2(iii)', null, '88%'],
      ['3', '18', '9'],
    ]);
    expect(plan.plan.cadenceMonths).toBe(3);
  });

  it('given a register with headed columns, when it is imported, then leads and dates are theirs', async () => {
    const desk = setUpDesk();
    const file = sampleFile('other-layouts/register-with-headers.txt');
    const report = await desk.json(
      ImportJson,
      'import',
      file,
      '--plan',
      'r',
      '--effective-on',
      '2025-10-01',
    );
    expect(report.found).toMatchObject({ priorities: 2, actions: 6, parties: 6 });
    const plan = await desk.json(PlanJson, 'plan', 'r', '--as-of', '2025-10-01');
    const rows = plan.actions.map(({ ref, rating, owners, timescale }) => [
      ref,
      rating,
      owners.map(({ name }) => name),
      timescale?.latest ?? null,
    ]);
    expect(rows).toEqual([
      ['F1', 'Green', ['Imogen Farrow'], '2025-11-30'],
      ['F2', 'Amber', ['Vale District Council'], '2025-11-15'],
      ['F3', 'Red', ['Tobias Wren', 'Sea Defence Team'], '2026-03-31'],
      ['F4', 'Green', ['Nuala Finch'], null],
      ['F5', 'Complete', ['HVVA'], '2025-10-31'],
      ['F6', 'Not rated', [], '2026-05-31'],
    ]);
    const owed = await desk.json(
      OwedJson,
      'owed',
      'r',
      '--as-of',
      '2026-01-15',
      '--party',
      'Tobias Wren',
    );
    // Red, so an update was due a month after the register of 1 October.
    expect(owed.map(({ action, reason, dueOn }) => [action, reason, dueOn])).toEqual([
      ['F3', 'overdue', '2025-11-01'],
    ]);
  });

  it('given numbers with dots and named fields, when it is imported, then leads and supporters are theirs', async () => {
    const desk = setUpDesk();
    const file = sampleFile('other-layouts/dotted-numbers.txt');
    const report = await desk.json(
      ImportJson,
      'import',
      file,
      '--plan',
      'd',
      '--effective-on',
      '2025-10-01',
    );
    expect(report.found).toMatchObject({ priorities: 2, actions: 6, parties: 6 });
    const plan = await desk.json(PlanJson, 'plan', 'd', '--as-of', '2025-10-01');
    expect(
      plan.actions.map(({ ref, rating, owners }) => [
        ref,
        rating,
        owners.map(({ name, role }) => `${name} (${role})`),
      ]),
    ).toEqual([
      ['1.1', 'Amber', ['Desmond Okell (lead)']],
      ['1.1.1', 'Green', ['Callum Prewitt (lead)']],
      ['1.1.2', 'Red', ['Vale District Council (lead)']],
      ['1.2', 'Not rated', ['HVVA (lead)']],
      ['2.1', 'Amber', ['Rhoda Tansley (lead)', 'Nuala Finch (support)']],
      ['2.1.1', 'Not started', []],
    ]);
  });
});
