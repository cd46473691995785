import {
  ActionCreated,
  ActionRenumbered,
  AssertionsRetracted,
  DataNeedRaised,
  DocumentImported,
  type EventKind,
  IndicatorDefined,
  IndicatorLinked,
  ItemRemoved,
  NoteAdded,
  ObservationRecorded,
  OwnerAssigned,
  PartyId,
  PartyMerged,
  PartyRegistered,
  PartyRenamed,
  PlanId,
  planEvents,
  PlanRegistered,
  RatingChanged,
} from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import {
  anAction,
  appendEvents,
  aPlan,
  arbitraryEvent,
  aTheme,
  closeDates,
  documentNumber,
  eventIdNumber,
  eventsFrom,
  eventsOf,
  fewLeaves,
  happened,
  holding,
  type Logged,
  memoryTrackrecord,
  must,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Readable, Writable } from '../trackrecord.ts';
import { auditTrailAnswer } from './audit-trail-answer.ts';
import { historyAnswer } from './history-answer.ts';
import type { Question } from './question.ts';
import { type Resolved, resolveQuestion } from './resolve-question.ts';
import type { TrailAsked } from './trail-filter.ts';
import type { TrailPaging } from './trail-paging.ts';

const date = must(LocalDate);
const harbour = must(PlanId)('harbour');
const vale = must(PlanId)('vale');

const resolved = (deps: Readable, plan: PlanId, question: Question = {}): Resolved =>
  rightOf(resolveQuestion(deps)(plan, question));

const newest = { newestFirst: true, limit: 100 };
const oldest = { newestFirst: false, limit: 100 };

const rated = (action: string, rating: string, on: string) =>
  happened(RatingChanged, { action, rating }, on);

const person = (name: string) => happened(PartyRegistered, { kind: 'person', name }, '2026-01-01');

const by = (party: string, more: Readonly<Record<string, unknown>> = {}) => ({
  recordedBy: { party, verified: true },
  ...more,
});

const aPlanOfVale = happened(
  PlanRegistered,
  { plan: 'vale', title: 'Vale Children’s Plan', timeZone: 'Europe/London' },
  '2026-01-01',
);

/**
 * A year of Harbour and Vale, with ordinals. Keeper (p-1) keeps the plans; Reed (p-2, and p-3 by another spelling)
 * tells; Farrow (p-4) has an account. Everything is recorded at nine in London in the summer, at eight UTC.
 */
const year: ReadonlyArray<Logged> = [
  /* 1 */ ['party-p-1', person('M. Keeper')],
  /* 2 */ ['party-p-2', person('A. Reed')],
  /* 3 */ ['party-p-3', person('Ann Reed')],
  /* 4 */ ['party-p-4', person('I. Farrow')],
  /* 5 */ ['party-p-3', happened(PartyMerged, { into: 'p-2' }, '2026-02-01'), by('p-1')],
  /* 6 */ ['plan-harbour', aPlan, by('p-1', { recordedAt: '2026-07-02T08:00:00.000Z' })],
  /* 7 */ ['plan-harbour', aTheme('2.3', '2'), by('p-1')],
  /* 8 */ ['plan-harbour', anAction('27'), by('p-1')],
  /* 9 */ ['plan-vale', aPlanOfVale, by('p-1')],
  /* 10 */ ['plan-vale', anAction('27'), by('p-1')],
  /* 11 */ [
    'plan-harbour',
    rated('27', 'Amber', '2026-02-01'),
    by('p-1', { recordedAt: '2026-07-03T08:00:00.000Z', onWordOf: 'p-3', why: 'said so' }),
  ],
  /* 12 */ [
    'plan-harbour',
    rated('27', 'Red', '2026-05-01'),
    by('p-4', { recordedAt: '2026-07-03T22:59:59.999Z', channel: 'web' }),
  ],
  /* 13 */ [
    'plan-vale',
    rated('27', 'Green', '2026-05-01'),
    by('p-4', { recordedAt: '2026-07-03T23:00:00.000Z', channel: 'web' }),
  ],
  /* 14 */ [
    'plan-harbour',
    happened(AssertionsRetracted, { events: [eventIdNumber(12)] }, '2026-05-02'),
    by('p-2', { recordedAt: '2026-07-05T08:00:00.000Z', channel: 'api', why: 'wrong action' }),
  ],
  /* 15 */ ['plan-harbour', rated('27', 'Green', '2026-03-01'), by('p-1')],
  /* 16 */ ['plan-harbour', happened(ItemRemoved, { item: 'theme:2.3' }, '2026-06-01'), by('p-1')],
  /* 17 */ [
    'plan-harbour',
    happened(
      ActionRenumbered,
      { action: '27', ref: '28', label: '28.', knownAs: '27' },
      '2026-06-01',
    ),
    by('p-1'),
  ],
  /* 18 */ [
    'plan-harbour',
    happened(
      DocumentImported,
      {
        document: documentNumber(1),
        name: 'q2.txt',
        on: '2026-06-30',
        blocks: 3,
        confirmed: [
          { event: eventIdNumber(15), registers: [{ subject: 'action:27', field: 'rating' }] },
        ],
      },
      '2026-06-30',
    ),
    by('p-1', { channel: 'document' }),
  ],
  /* 19 */ ['plan-harbour', rated('27', 'Red', '2026-07-20'), by('p-1')],
  /* 20 */ ['party-p-2', happened(PartyRenamed, { name: 'Anna Reed' }, '2026-06-30'), by('p-4')],
  /* 21 */ [
    'indicator-ni-901',
    happened(IndicatorDefined, { title: 'Families reached', code: 'NI 901' }, '2026-01-01'),
    by('p-1'),
  ],
  /* 22 */ [
    'indicator-ni-901',
    happened(ObservationRecorded, {
      observation: '2025/26',
      observed: { value: 412, period: '2025/26', status: 'final' },
    }),
    by('p-4'),
  ],
  /* 23 */ [
    'plan-harbour',
    happened(IndicatorLinked, { indicator: 'ni-901', to: 'plan' }, '2026-01-01'),
    by('p-1'),
  ],
];

describe('the audit trail', () => {
  let deps: Writable;

  beforeAll(async () => {
    deps = await holding(...year);
  });

  const ask = (
    asked: Partial<TrailAsked>,
    paging: TrailPaging = oldest,
    plans: ReadonlyArray<PlanId> = [harbour],
    question: Question = {},
  ) =>
    auditTrailAnswer(deps)(
      plans.map((plan) => resolved(deps, plan, question)),
      { withConfirmed: false, ...asked },
      paging,
    );

  /** Each line by its ordinal, its subject, its field and what became of it. */
  const linesOf = (...asked: Parameters<typeof ask>): ReadonlyArray<unknown> =>
    rightOf(ask(...asked)).rows.map(({ ordinal, subject, field, from, to }) => [
      ordinal,
      subject,
      field,
      from,
      to,
    ]);

  const everything = [
    [6, 'plan', 'title', null, 'Harbour Children’s Plan'],
    [6, 'plan', 'timeZone', null, 'Europe/London'],
    [6, 'plan', 'status', null, 'open'],
    [7, 'theme 2.3', 'title', null, 'Theme 2.3'],
    [7, 'theme 2.3', 'priority', null, '2'],
    [8, 'action 28', 'ref', null, '27'],
    [8, 'action 28', 'label', null, '27.'],
    [8, 'action 28', 'title', null, 'Do 27'],
    [8, 'action 28', 'under', null, ''],
    [8, 'action 28', 'status', null, 'open'],
    [11, 'action 28', 'rating', 'Not rated', 'Amber'],
    // Taken back; what was said later for a date before it comes between.
    [12, 'action 28', 'rating', 'Green', 'Red'],
    [15, 'action 28', 'rating', 'Amber', 'Green'],
    [16, 'theme 2.3', 'exists', 'true', null],
    [17, 'action 28', 'ref', '27', '28'],
    [17, 'action 28', 'label', '27.', '28.'],
    [17, 'action 28', 'knownAs', null, 'true'],
    [18, 'plan', 'document', null, expect.stringContaining('q2.txt')],
    [23, 'indicator ni-901', 'link', null, 'plan'],
  ];

  it('given nothing but a plan, then all of it up to today in the order of recording', () => {
    expect(linesOf({})).toEqual(everything);
  });

  it('given newest first, then the other way round', () => {
    const places = (paging: TrailPaging) =>
      rightOf(ask({}, paging)).rows.map(({ ordinal, field }) => [ordinal, field]);
    expect(places(newest)).toEqual(places(oldest).toReversed());
  });

  it('given a person, then what they recorded, what they took back and what stands on their word, by every spelling', () => {
    // 11 on the word of "Ann Reed", 12 taken back by "A. Reed".
    expect(linesOf({ person: must(PartyId)('p-2') })).toEqual([
      [11, 'action 28', 'rating', 'Not rated', 'Amber'],
      [12, 'action 28', 'rating', 'Green', 'Red'],
    ]);
    expect(linesOf({ person: must(PartyId)('p-3') })).toHaveLength(2);
    expect(linesOf({ person: must(PartyId)('p-4') })).toEqual([
      [12, 'action 28', 'rating', 'Green', 'Red'],
    ]);
  });

  it.each(['28', '27', 'action:28', 'action:27'])(
    'given an action as %s, then what is about it',
    (subject) => {
      // 27 is the name that the log has for it, 28 its number now.
      expect(rightOf(ask({ subject })).rows.map((row) => row.ordinal)).toEqual([
        8, 8, 8, 8, 8, 11, 12, 15, 17, 17, 17,
      ]);
    },
  );

  it('given another subject, then what is about that: also that it is there no longer', () => {
    expect(linesOf({ subject: 'theme:2.3' })).toEqual([
      [7, 'theme 2.3', 'title', null, 'Theme 2.3'],
      [7, 'theme 2.3', 'priority', null, '2'],
      [16, 'theme 2.3', 'exists', 'true', null],
    ]);
  });

  it('given a field, then its lines', () => {
    expect(linesOf({ field: 'rating' })).toEqual(everything.slice(10, 13));
  });

  it('given dates on which it was true, then both ends are in', () => {
    const on = { effectiveFrom: date('2026-02-01'), effectiveTo: date('2026-03-01') };
    expect(rightOf(ask(on)).rows.map((row) => row.ordinal)).toEqual([11, 15]);
  });

  it('given a day on which it was recorded or taken back, then it is London’s', () => {
    // 12 was recorded a millisecond before midnight, 13 and what follows 14 on or after it.
    const recordedOn = (day: string) =>
      rightOf(
        ask({ recordedFrom: date(day), recordedTo: date(day) }, oldest, [harbour, vale]),
      ).rows.map((row) => row.ordinal);
    expect(recordedOn('2026-07-03')).toEqual([11, 12]);
    expect(recordedOn('2026-07-04')).toEqual([13]);
    // 14 took 12 back; what was recorded later counts as recorded then, for the clock never goes back.
    expect(recordedOn('2026-07-05')).toEqual([12, 15, 16, 17, 17, 17, 18, 23]);
    expect(recordedOn('2026-07-06')).toEqual([]);
  });

  it('given a channel, then what came by it or was taken back by it', () => {
    const ordinals = (channel: string) => rightOf(ask({ channel })).rows.map((row) => row.ordinal);
    expect(ordinals('web')).toEqual([12]);
    expect(ordinals('api')).toEqual([12]);
    expect(ordinals('document')).toEqual([18]);
  });

  it('given a person and a channel, then one act must have both', () => {
    // Farrow recorded 12 on the web; Reed took it back through the API.
    expect(linesOf({ person: must(PartyId)('p-2'), channel: 'web' })).toEqual([]);
    expect(linesOf({ person: must(PartyId)('p-2'), channel: 'api' })).toHaveLength(1);
  });

  it('given what documents said again too, then it says so', () => {
    const again = rightOf(ask({ withConfirmed: true, field: 'rating' })).rows.at(-1);
    expect(again?.confirmed).toBe(true);
    expect(again?.sentence).toBe(
      'Action 28: Green said again on 30 June 2026, recorded on 5 July 2026 at 09:00 by M. Keeper, from q2.txt',
    );
  });

  it('given a date, then nothing that was not true by then; given an ordinal, then nothing recorded later', () => {
    const ordinals = (question: Question) =>
      rightOf(ask({ field: 'rating' }, oldest, [harbour], question)).rows.map((row) => row.ordinal);
    expect(ordinals({ asOf: date('2026-07-31') })).toEqual([11, 12, 15, 19]);
    expect(ordinals({ asOf: date('2026-04-30') })).toEqual([11, 15]);
    const before = {
      asOf: date('2026-12-31'),
      knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(13) },
    } as const;
    expect(ordinals(before)).toEqual([11, 12]);
    const [, second] = rightOf(ask({ field: 'rating' }, oldest, [harbour], before)).rows;
    expect([second?.from, second?.retracted]).toEqual(['Amber', null]);
  });

  it('given several plans, then the lines of each in one order, and of which plan they are', () => {
    const { rows, total, plans } = rightOf(ask({ field: 'rating' }, newest, [harbour, vale]));
    expect(rows.map(({ plan, ordinal }) => [plan, ordinal])).toEqual([
      ['harbour', 15],
      ['vale', 13],
      ['harbour', 12],
      ['harbour', 11],
    ]);
    expect([total, plans]).toEqual([4, ['harbour', 'vale']]);
  });

  it('given several plans and an action that only one has, then that one’s', () => {
    expect(rightOf(ask({ subject: '28' }, oldest, [harbour, vale])).rows[0]?.plan).toBe('harbour');
    expect(ask({ subject: '99' }, oldest, [harbour, vale])).toMatchObject(
      E.left({ _tag: 'Missing' }),
    );
  });

  it('given a party, then its own trail: that it was renamed, and which spellings were merged into it', () => {
    const { rows, plans } = rightOf(ask({ subject: 'party:p-2' }, oldest, []));
    expect(rows.map(({ ordinal, sentence }) => [ordinal, sentence.split(' by ')[0]])).toEqual([
      [2, 'Party Anna Reed: Registered as a person'],
      [2, 'Party Anna Reed: Registered as “A. Reed”'],
      [3, 'Party Ann Reed: Registered as a person'],
      [3, 'Party Ann Reed: Registered as “Ann Reed”'],
      [5, 'Party Ann Reed: Merged into Anna Reed'],
      [20, 'Party Anna Reed: Renamed from “A. Reed” to “Anna Reed”'],
    ]);
    expect(plans).toEqual([]);
  });

  it('given an indicator, then what the plan says of it and its own trail', () => {
    const { rows } = rightOf(ask({ subject: 'indicator:ni-901' }));
    expect(rows.map(({ plan, ordinal, field }) => [plan, ordinal, field])).toEqual([
      [null, 21, 'title'],
      [null, 21, 'code'],
      [null, 22, 'observation'],
      ['harbour', 23, 'link'],
    ]);
    expect(
      rightOf(ask({ subject: 'indicator:ni-901', field: 'observation' })).rows.map(
        ({ sentence }) => sentence,
      ),
    ).toEqual([
      'Indicator NI 901: Value for 2025/26 entered as 412 (final) by I. Farrow on 30 June 2026, recorded on 5 July 2026 at 09:00',
    ]);
  });

  it('given an indicator that none of the plans uses, then its own trail is for whoever sees every plan', () => {
    const asked = { subject: 'indicator:ni-901' };
    expect(rightOf(ask(asked, oldest, [vale])).rows.map(({ ordinal }) => ordinal)).toEqual([
      21, 21, 22,
    ]);
    const within = { ...asked, withinPlans: true };
    expect(ask(within, oldest, [vale])).toMatchObject(
      E.left({ _tag: 'Missing', field: 'subject' }),
    );
    expect(rightOf(ask(within, oldest, [harbour, vale]))).toEqual(
      rightOf(ask(asked, oldest, [harbour, vale])),
    );
  });

  it('given subjects that nobody knows by their refs, then their lines call them by their words', async () => {
    const words = 'How many young people of the harbour wards go on to an apprenticeship at all';
    const named = await holding(
      ['plan-harbour', aPlan],
      [
        'plan-harbour',
        happened(DataNeedRaised, { dataNeed: 'd-how-many-8f', words, under: 'plan' }),
      ],
      ['plan-harbour', happened(IndicatorLinked, { indicator: 'harbour--9c', to: 'plan' })],
      ['plan-harbour', happened(IndicatorLinked, { indicator: 'harbour--77', to: 'plan' })],
      ['indicator-harbour--9c', happened(IndicatorDefined, { title: 'Families reached' })],
    );
    const { rows } = rightOf(
      auditTrailAnswer(named)([resolved(named, harbour)], { withConfirmed: false }, newest),
    );
    expect(
      rows.slice(0, 3).map(({ subject, sentence }) => [subject, sentence.split(' by ')[0]]),
    ).toEqual([
      ['indicator harbour--77', 'Indicator harbour--77: Linked to plan'],
      ['indicator harbour--9c', 'Indicator “Families reached”: Linked to plan'],
      [
        'dataNeed d-how-many-8f',
        'Data need “How many young people of the harbour wards go on to an …”: Raised',
      ],
    ]);
  });

  it('given pages, then one after the other they are the whole, each line once, and the last has no next', () => {
    const whole = rightOf(ask({}, newest)).rows;
    const pages = (after?: string): ReadonlyArray<unknown> => {
      const { rows, next, total } = rightOf(ask({}, { newestFirst: true, limit: 4, after }));
      expect(total).toBe(whole.length);
      return [...rows, ...(next === null ? [] : pages(next))];
    };
    expect(pages()).toEqual(whole);
    expect(rightOf(ask({}, { newestFirst: true, limit: whole.length })).next).toBeNull();
  });

  it('given an ordinal to go on from, then all that it recorded was seen', () => {
    const ordinals = (newestFirst: boolean, after: string) =>
      new Set(rightOf(ask({}, { newestFirst, limit: 100, after })).rows.map((row) => row.ordinal));
    expect([...ordinals(true, '8')]).toEqual([7, 6]);
    expect([...ordinals(false, '16')]).toEqual([17, 18, 23]);
  });

  it('given more that is recorded meanwhile, then the next page is what it was', async () => {
    const growing = await holding(...year);
    const page = (after?: string) =>
      rightOf(
        auditTrailAnswer(growing)(
          [resolved(growing, harbour)],
          { withConfirmed: false },
          { newestFirst: true, limit: 5, after },
        ),
      );
    const { next } = page();
    const before = page(next ?? '');
    const note = happened(NoteAdded, { action: '27', note: 'n-1', text: 'News.' }, '2026-06-30');
    await appendEvents(growing, must(StreamName)('plan-harbour'), eventsFrom(99, note));
    rightOf(await growing.views.catchUp()());
    expect(page(next ?? '').rows).toEqual(before.rows);
    expect(page().rows[0]?.to).toBe('News.');
  });

  it('given a filter, then it is told in words with the names that people know', () => {
    const { filter } = rightOf(
      ask({
        subject: 'action:27',
        person: must(PartyId)('p-3'),
        recordedTo: date('2026-07-31'),
      }),
    );
    expect(filter).toBe(
      'Audit trail of Harbour Children’s Plan, as of 30 June 2026, as known at ordinal 23, about action 28, recorded or taken back by Anna Reed, or on their word, recorded to 31 July 2026, without what documents merely said again',
    );
  });

  it.each<readonly [string, Partial<TrailAsked>, Partial<TrailPaging>, object]>([
    [
      'a person whom nobody knows',
      { person: must(PartyId)('p-99') },
      {},
      { _tag: 'Missing', field: 'person' },
    ],
    ['an action that there is not', { subject: '99' }, {}, { _tag: 'Missing' }],
    ['a party whom nobody knows', { subject: 'party:p-99' }, {}, { _tag: 'Missing' }],
    ['a field that the plan has not', { field: 'ratting' }, {}, { _tag: 'Invalid' }],
    [
      'dates the wrong way round',
      { effectiveFrom: date('2026-02-01'), effectiveTo: date('2026-01-01') },
      {},
      { _tag: 'Invalid', field: 'effectiveFrom' },
    ],
    ['a page of no line', {}, { limit: 0 }, { _tag: 'Invalid', field: 'limit' }],
    ['a page of too many lines', {}, { limit: 5001 }, { _tag: 'Invalid', field: 'limit' }],
    ['a page of half a line', {}, { limit: 1.5 }, { _tag: 'Invalid', field: 'limit' }],
    ['a place that is none', {}, { after: 'x' }, { _tag: 'Invalid', field: 'after' }],
    ['a place with too much', {}, { after: '1.2.3' }, { _tag: 'Invalid', field: 'after' }],
  ])('given %s, then it is refused', (_, asked, paging, expected) => {
    expect(ask(asked, { ...newest, ...paging })).toMatchObject(E.left(expected));
  });
});

describe('the audit trail of any plan', () => {
  it('given any events, then it is what the history of the plan says, filtered plainly', async () => {
    const any = arbitraryEvent(fewLeaves);
    const kinds: ReadonlyArray<EventKind> = planEvents;
    const events = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.oneof(any(RatingChanged), any(OwnerAssigned), any(NoteAdded)) },
        { weight: 2, arbitrary: fc.oneof(any(ActionCreated), any(AssertionsRetracted)) },
        { weight: 3, arbitrary: fc.oneof(...kinds.map(any)) },
      ),
      { maxLength: 14 },
    );
    const asked = fc.record({
      effectiveFrom: fc.option(closeDates, { nil: undefined }),
      channel: fc.option(fc.constantFrom('command line', 'document'), { nil: undefined }),
      withConfirmed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(events, asked, async (some, filter) => {
        const deps = await memoryTrackrecord();
        const plan = must(StreamName)('plan-harbour');
        await appendEvents(deps, plan, eventsOf([aPlan]));
        await appendEvents(
          deps,
          plan,
          some.map((event, index) => ({ ...event, id: eventIdNumber(index + 2) })),
        );
        const knownAt = rightOf(await deps.views.catchUp()());
        // Also of a plan that was taken back altogether.
        const point = { asOf: date('2026-12-31'), knownAt };
        const question: Resolved = { plan: harbour, point, knownAt: null, asIn: null };
        const from = filter.effectiveFrom ?? '';
        const expected = rightOf(
          historyAnswer(deps)(question, { withConfirmed: filter.withConfirmed }),
        ).filter(
          ({ effectiveOn, channel, retracted }) =>
            effectiveOn >= from &&
            (filter.channel === undefined ||
              [channel, retracted?.channel].includes(filter.channel)),
        );
        const { rows } = rightOf(auditTrailAnswer(deps)([question], filter, oldest));
        expect(rows.map(({ plan: _, sentence: __, ...row }) => row)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
