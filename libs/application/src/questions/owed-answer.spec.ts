import {
  ActionCreated,
  OwnerAssigned,
  OwnerReleased,
  PartyId,
  PartyMerged,
  PartyRegistered,
  PlanId,
  RatingChanged,
  UpdateRequested,
} from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
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
