import {
  ActionCreated,
  AssertionsRetracted,
  DataNeedRaised,
  IndicatorDefined,
  IndicatorLinked,
  NoteAdded,
  ObservationRecorded,
  OwnerAssigned,
  OwnerReleased,
  PartyId,
  PartyMerged,
  PartyRegistered,
  PlanId,
  RatingChanged,
  TargetSet,
  UpdateRequested,
} from '@trackrecord/domain';
import { LocalDate, Ordinal, StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
  aPriority,
  appendEvents,
  arbitraryEvent,
  eventIdNumber,
  eventsOf,
  fewLeaves,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { owedAnswer } from './owed-answer.ts';
import type { KnownAt } from './question.ts';

type Streams = Readonly<Record<string, ReadonlyArray<Happened>>>;

/** A log that holds these streams. */
const holding = async (streams: Streams): Promise<Writable> => {
  const deps = await memoryTrackrecord();
  for (const [place, [name, past]] of Object.entries(streams).entries()) {
    const events = eventsOf(past).map((event, index) => ({
      ...event,
      id: eventIdNumber(1000 * place + index + 1),
    }));
    await appendEvents(deps, must(StreamName)(name), events);
  }
  rightOf(await deps.views.catchUp()());
  return deps;
};

const person = (name: string): Happened => happened(PartyRegistered, { kind: 'person', name });

const lead = (party: string, action = '27'): Happened =>
  happened(OwnerAssigned, { action, party, role: 'lead' }, '2026-01-01');

const ask = (...of: ReadonlyArray<string>): Happened =>
  happened(
    UpdateRequested,
    {
      action: '27',
      request: 'r-1',
      asked: { of, words: 'Report needed', state: 'open', askedOn: '2026-02-01' },
    },
    '2026-02-01',
  );

const party = must(PartyId);
const date = must(LocalDate);
const at = (ordinal: number): KnownAt => ({ _tag: 'AtOrdinal', ordinal: must(Ordinal)(ordinal) });

describe('who owes an update', () => {
  it('given plans and parties, then each debt with its plan, its title and the name of who owes it', async () => {
    const deps = await holding({
      'plan-harbour': [
        aPlan,
        anAction('27'),
        happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-06-01'),
        ask('p-1'),
      ],
      'plan-vale': [aPlan, anAction('3'), lead('p-2', '3')],
      'party-p-1': [person('M. Reed')],
      'party-p-2': [person('Ann Lee')],
    });
    const owed = rightOf(owedAnswer(deps)({}, { asOf: date('2026-03-01') }));
    expect(
      owed.map(({ plan, action, title, party: by, reason, daysOverdue }) => [
        ...[plan, action, title, by?.name, reason, daysOverdue],
      ]),
    ).toEqual([
      // The action of harbour is not rated yet on that date; it was asked about 28 days before.
      ['harbour', '27', 'Do 27', 'M. Reed', 'asked', 28],
      ['harbour', '27', 'Do 27', undefined, 'never rated', 59],
      ['vale', '3', 'Do 3', 'Ann Lee', 'never rated', 59],
    ]);
  });

  it('given a party, then what it owes under every spelling that was merged into it', async () => {
    const deps = await holding({
      'plan-harbour': [aPlan, anAction('27'), ask('p-2')],
      'plan-vale': [aPlan, anAction('27'), ask('p-1')],
      'plan-cove': [aPlan, anAction('27'), ask('p-3')],
      'party-p-1': [person('M. Reed')],
      'party-p-2': [person('Mary Reed'), happened(PartyMerged, { into: 'p-1' })],
      'party-p-3': [person('Ann Lee')],
    });
    const owed = rightOf(owedAnswer(deps)({ party: party('p-1') }, {}));
    expect(owed.map(({ plan, party: by, reason }) => [plan, by, reason])).toEqual([
      ['vale', { id: 'p-1', name: 'M. Reed' }, 'asked'],
      ['harbour', { id: 'p-1', name: 'M. Reed' }, 'asked'],
    ]);
  });

  it('given an update asked of two spellings of one party, then it owes it once', async () => {
    const deps = await holding({
      'plan-harbour': [
        aPlan,
        anAction('27'),
        happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-06-01'),
        ask('p-1', 'p-2'),
      ],
      'party-p-1': [person('M. Reed')],
      'party-p-2': [person('Mary Reed'), happened(PartyMerged, { into: 'p-1' })],
    });
    const owed = rightOf(owedAnswer(deps)({}, { asOf: date('2026-06-30') }));
    expect(owed.map(({ party: by, reason }) => [by?.id, reason])).toEqual([['p-1', 'asked']]);
  });

  it('given one plan, then its debts; given one that is not there, then that', async () => {
    const deps = await holding({ 'plan-harbour': [aPlan, anAction('27')], 'plan-vale': [aPlan] });
    const of = (plan: string) => owedAnswer(deps)({ plan: must(PlanId)(plan) }, {});
    expect(rightOf(of('harbour')).map(({ action }) => action)).toEqual(['27', '27']);
    expect(rightOf(of('vale'))).toEqual([]);
    expect(of('cove')).toMatchObject(E.left({ _tag: 'Missing' }));
  });

  it('given all plans on a date before one of them, then that one owes nothing', async () => {
    const early = happened(
      ActionCreated,
      { action: '1', ref: '1', label: '', title: 'Early', under: { results: [] } },
      '2020-01-01',
    );
    const deps = await holding({
      'plan-harbour': [{ ...aPlan, on: '2020-01-01' }, early],
      'plan-vale': [aPlan, anAction('27')],
    });
    const owed = rightOf(owedAnswer(deps)({}, { asOf: date('2020-01-02') }));
    expect(owed.map(({ plan, reason }) => [plan, reason])).toEqual([['harbour', 'never rated']]);
  });

  it('given who was overdue on 1 March, when it is asked as it was known at times, then as each knew it', async () => {
    const deps = await holding({
      'plan-harbour': [
        /* 1 */ aPlan,
        /* 2 */ anAction('27'),
        /* 3 */ happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-01-10'),
        /* 4 */ lead('p-1'),
        // Told after 1 March, and true before it.
        /* 5 */ happened(NoteAdded, { action: '27', note: 'n-1', text: 'Begun.' }, '2026-02-20'),
        /* 6 */ happened(AssertionsRetracted, { events: [eventIdNumber(5)] }, '2026-04-01'),
        /* 7 */ happened(RatingChanged, { action: '27', rating: 'Green' }, '2026-01-10'),
      ],
      'party-p-1': [person('M. Reed')],
    });
    const onFirstOfMarch = (knownAt?: number) =>
      rightOf(
        owedAnswer(deps)(
          {},
          {
            asOf: date('2026-03-01'),
            ...(knownAt === undefined ? {} : { knownAt: at(knownAt) }),
          },
        ),
      ).map(({ party: by, reason, since, dueOn, daysOverdue }) => [
        ...[by?.name, reason, since, dueOn, daysOverdue],
      ]);
    // Red since 10 January: due a month later, 28 - 10 + 1 days before 1 March.
    const overdue = [['M. Reed', 'overdue', '2026-01-10', '2026-02-10', 19]];
    expect(onFirstOfMarch(4)).toEqual(overdue);
    expect(onFirstOfMarch(5)).toEqual([]);
    expect(onFirstOfMarch(6)).toEqual(overdue);
    // That it was Green all the time makes its news due on 10 April.
    expect(onFirstOfMarch()).toEqual([]);
  });

  describe('given data that a plan lacks', () => {
    const value = (period: string, on: string) =>
      happened(
        ObservationRecorded,
        { observation: period, observed: { value: 410, period, status: 'final' } },
        on,
      );
    const lacking: Streams = {
      'plan-harbour': [
        /* 1 */ aPlan,
        /* 2 */ aPriority('2'),
        /* 3 */ happened(
          TargetSet,
          { target: '2a', label: '2a.', words: 'To open ten', under: 'priority:2' },
          '2026-01-01',
        ),
        /* 4 */ happened(
          DataNeedRaised,
          { dataNeed: 'd-1', words: 'by ***', under: 'target:2a' },
          '2026-01-01',
        ),
        /* 5 */ happened(
          DataNeedRaised,
          {
            dataNeed: 'd-2',
            words: 'How many walk to school',
            under: 'priority:2',
            timescale: { asWritten: 'by February', latest: '2026-02-28' },
          },
          '2026-01-01',
        ),
        /* 6 */ happened(IndicatorLinked, { indicator: 'ni-901', to: 'priority:2' }, '2026-01-01'),
      ],
      'indicator-ni-901': [
        /* 7 */ happened(
          IndicatorDefined,
          { title: 'Families reached', code: 'NI 901' },
          '2026-01-01',
        ),
        /* 8 */ value('2024/25', '2025-06-01'),
        /* 9 */ value('2025/26', '2026-05-10'),
        /* 10 */ happened(AssertionsRetracted, { events: [eventIdNumber(1003)] }, '2026-05-20'),
      ],
      'party-p-1': [person('M. Reed')],
    };

    const owedOn = async (asOf: string, knownAt = 10) =>
      rightOf(owedAnswer(await holding(lacking))({}, { asOf: date(asOf), knownAt: at(knownAt) }));

    it('then each by its subject and its title, of nobody, since when', async () => {
      const nobodys = { plan: 'harbour', action: null, party: null, request: null };
      expect(await owedOn('2026-04-30')).toEqual([
        {
          ...nobodys,
          ...{ about: 'target:2a', title: 'To open ten', reason: 'target with a gap' },
          // From 1 January: 30 + 28 + 31 + 30 days.
          ...{ since: '2026-01-01', dueOn: '2026-01-01', daysOverdue: 119, words: 'by ***' },
        },
        {
          ...nobodys,
          ...{ about: 'dataNeed:d-2', title: 'How many walk to school', reason: 'data missing' },
          ...{ since: '2026-02-28', dueOn: '2026-02-28', daysOverdue: 61 },
          words: 'How many walk to school',
        },
        {
          ...nobodys,
          ...{ about: 'indicator:ni-901', title: 'NI 901 Families reached' },
          // After a year from April to March comes another.
          ...{
            reason: 'no observation',
            since: '2026-03-31',
            dueOn: '2026-03-31',
            daysOverdue: 30,
          },
          words: null,
        },
      ]);
    });

    it.each([
      ['2026-03-31', 10, false],
      ['2026-04-01', 10, true],
      // A value of 10 May was there from that day on, until it was taken back.
      ['2026-05-10', 8, true],
      ['2026-05-10', 9, false],
      ['2026-05-09', 9, true],
      ['2026-05-10', 10, true],
    ])(
      'when it is asked for %s as known at %d, then that a value is owed is %s',
      async (asOf, knownAt, isOwed) => {
        const reasons = (await owedOn(asOf, knownAt)).map(({ reason }) => reason);
        expect(reasons.includes('no observation')).toBe(isOwed);
      },
    );

    it('then no party owes it', async () => {
      const deps = await holding(lacking);
      expect(rightOf(owedAnswer(deps)({ party: party('p-1') }, {}))).toEqual([]);
      const plan = must(PlanId)('harbour');
      expect(rightOf(owedAnswer(deps)({ plan, party: party('p-1') }, {}))).toEqual([]);
    });
  });

  it('given any plans, then what the index finds for a party is what a look through all plans finds', async () => {
    const any = arbitraryEvent(fewLeaves);
    const events = fc.array(
      fc.oneof(
        { weight: 2, arbitrary: any(ActionCreated) },
        { weight: 2, arbitrary: fc.oneof(any(OwnerAssigned), any(UpdateRequested)) },
        { weight: 1, arbitrary: fc.oneof(any(OwnerReleased), any(RatingChanged)) },
      ),
      { maxLength: 12 },
    );
    const merger = fc.constantFrom(undefined, 'p-1', 'p-2');
    await fc.assert(
      fc.asyncProperty(events, events, merger, async (harbour, vale, into) => {
        const other = into === 'p-1' ? 'p-2' : 'p-1';
        const merged = into === undefined ? [] : [happened(PartyMerged, { into })];
        const deps = await holding({
          'plan-harbour': [aPlan],
          'plan-vale': [aPlan],
          'party-p-1': [person('One'), ...(other === 'p-1' ? merged : [])],
          'party-p-2': [person('Two'), ...(other === 'p-2' ? merged : [])],
        });
        for (const [place, some] of [harbour, vale].entries()) {
          const named = some.map((event, n) => ({
            ...event,
            id: eventIdNumber(9000 + place * 99 + n),
          }));
          await appendEvents(
            deps,
            must(StreamName)(place === 0 ? 'plan-harbour' : 'plan-vale'),
            named,
          );
        }
        rightOf(await deps.views.catchUp()());
        const asOf = date('2026-05-31');
        const everything = rightOf(owedAnswer(deps)({}, { asOf }));
        for (const id of ['p-1', 'p-2']) {
          const found = rightOf(owedAnswer(deps)({ party: party(id) }, { asOf }));
          const scanned = everything.filter((one) => one.party?.id === id);
          expect(found).toHaveLength(scanned.length);
          expect(new Set(found.map((one) => JSON.stringify(one)))).toEqual(
            new Set(scanned.map((one) => JSON.stringify(one))),
          );
        }
      }),
      { numRuns: 120 },
    );
  });
});
