import {
  ActionClosed,
  ActionCreated,
  ActionRenumbered,
  ActionWithdrawn,
  OwnerAssigned,
  PlanClosed,
  PlanPeriodSet,
  RatingChanged,
  TimescaleSet,
  UpdateGiven,
  UpdateRequested,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { aPlan, eventsOf, happened, type Happened, must, stateAfter } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { planFactsOf } from '../plan-state/plan-facts.ts';
import { type DueUpdate, dueUpdatesOf } from './due-updates.ts';

const dues = (on: string, ...past: ReadonlyArray<Happened>): ReadonlyArray<DueUpdate> =>
  dueUpdatesOf(planFactsOf(stateAfter(eventsOf([aPlan, ...past]), on).cut), must(LocalDate)(on));

const created = happened(
  ActionCreated,
  { action: '27', ref: '27', label: '', title: 'Open the hall', under: { results: [] } },
  '2026-01-10',
);
const rated = (rating: string) => happened(RatingChanged, { action: '27', rating }, '2026-01-10');
const owner = (party: string, role: 'lead' | 'support') =>
  happened(OwnerAssigned, { action: '27', party, role }, '2026-01-10');
const asked = { of: ['p-3'], words: 'How far?', state: 'open', askedOn: '2026-02-01' };
const request = (more: Readonly<Record<string, string>> = {}) =>
  happened(
    UpdateRequested,
    { action: '27', request: 'r-1', asked: { ...asked, ...more } },
    '2026-02-01',
  );
const doneBy = happened(
  TimescaleSet,
  { action: '27', timescale: { asWritten: 'End of 2026', latest: '2026-12-31' } },
  '2026-01-10',
);
const period = (latest: string) =>
  happened(PlanPeriodSet, { period: { asWritten: 'the period', latest } }, '2026-01-01');

const dated = (list: ReadonlyArray<DueUpdate>) =>
  list.map(({ reason: { _tag }, dueOn, owners }) => [_tag, dueOn, owners]);

describe('the dates of a plan’s actions', () => {
  it.each([
    // Red monthly, Amber every two months, Green quarterly.
    ['Red', '2026-02-10'],
    ['Amber', '2026-03-10'],
    ['Green', '2026-04-10'],
  ])('given an action rated %s on 10 January, then its next update is due on %s', (rating, on) => {
    const next = {
      action: '27',
      ref: '27',
      title: 'Open the hall',
      rating,
      reason: { _tag: 'Cadence', since: '2026-01-10' },
      dueOn: on,
      owners: [],
    };
    // Before it is due, on the day, and as long as nobody gave it.
    expect(dues('2026-01-11', created, rated(rating))).toEqual([next]);
    expect(dues(on, created, rated(rating))).toEqual([next]);
    expect(dues('2026-09-01', created, rated(rating))).toEqual([next]);
  });

  it('given an update, then the next is due as much later', () => {
    const given = happened(UpdateGiven, { action: '27', requests: [] }, '2026-03-05');
    expect(dated(dues('2026-03-05', created, rated('Red'), given))).toEqual([
      ['Cadence', '2026-04-05', []],
    ]);
  });

  it('given an action that was never rated, then it has the date of its update and no other', () => {
    expect(dated(dues('2026-01-11', created))).toEqual([['Cadence', '2026-03-10', []]]);
  });

  it('given leads and supporters, then one date for all leads; given supporters alone, for them', () => {
    const past = [created, rated('Amber'), owner('p-1', 'lead'), owner('p-2', 'support')];
    expect(dated(dues('2026-01-11', ...past, owner('p-4', 'lead')))).toEqual([
      ['Cadence', '2026-03-10', ['p-1', 'p-4']],
    ]);
    expect(dated(dues('2026-01-11', created, rated('Amber'), owner('p-2', 'support')))).toEqual([
      ['Cadence', '2026-03-10', ['p-2']],
    ]);
  });

  it('given a request, then its own date for whom it asks, or that on which it was made', () => {
    const past = [created, rated('Green'), owner('p-1', 'lead')];
    const update = ['Cadence', '2026-04-10', ['p-1']];
    expect(dated(dues('2026-02-01', ...past, request({ dueOn: '2026-02-15' })))).toEqual(
      expect.arrayContaining([update, ['Asked', '2026-02-15', ['p-3']]]),
    );
    expect(dated(dues('2026-02-01', ...past, request()))).toEqual(
      expect.arrayContaining([update, ['Asked', '2026-02-01', ['p-3']]]),
    );
    expect(dated(dues('2026-01-31', ...past, request()))).toEqual([update]);
  });

  it('given by when it is to be done, then that day too, with the plan’s words', () => {
    const list = dues('2026-02-01', created, rated('Green'), owner('p-1', 'lead'), doneBy);
    expect(list).toHaveLength(2);
    expect(list).toContainEqual(
      expect.objectContaining({
        reason: { _tag: 'Timescale', asWritten: 'End of 2026' },
        dueOn: '2026-12-31',
        owners: ['p-1'],
      }),
    );
  });

  it('given another number, then it is the same action by its id', () => {
    const renumbered = happened(
      ActionRenumbered,
      { action: '27', ref: '31', label: '' },
      '2026-02-01',
    );
    expect(dues('2026-02-02', created, rated('Red'), renumbered)).toMatchObject([
      { action: '27', ref: '31' },
    ]);
  });
});

describe('what has no dates', () => {
  const all = [created, rated('Red'), request(), doneBy];

  it.each([
    ['closed', ActionClosed],
    ['withdrawn', ActionWithdrawn],
  ])('given a %s action, then none', (_, kind) => {
    expect(dues('2026-02-02', ...all, happened(kind, { action: '27' }, '2026-02-01'))).toEqual([]);
  });

  it('given a closed plan, then none', () => {
    expect(dues('2026-02-02', ...all, happened(PlanClosed, {}, '2026-02-01'))).toEqual([]);
  });

  it('given a period that is over, then none; before, no update is due after its end', () => {
    const past = [created, rated('Red')];
    expect(dues('2026-03-01', ...past, period('2026-02-28'))).toEqual([]);
    expect(dated(dues('2026-02-01', ...past, period('2026-02-28')))).toHaveLength(1);
    expect(dated(dues('2026-02-01', ...past, period('2026-02-09')))).toEqual([]);
    expect(dated(dues('2026-02-01', ...past, period('2026-02-10')))).toHaveLength(1);
  });

  it('given a rating of which no more news is due, then none', () => {
    expect(dues('2026-02-01', created, rated('Complete'))).toEqual([]);
  });
});
