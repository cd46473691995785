import {
  ActionClosed,
  ActionCreated,
  ActionReopened,
  ActionWithdrawn,
  NoChangeConfirmed,
  NoteAdded,
  OwnerAssigned,
  OwnerReleased,
  PlanClosed,
  PlanPeriodSet,
  RatingChanged,
  UpdateCadenceSet,
  UpdateGiven,
  UpdateRequested,
  UpdateWaived,
} from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import { LocalDate } from '@trackrecord/kernel';
import { aPlan, eventsOf, happened, type Happened, must, stateAfter } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { planFactsOf } from '../plan-state/plan-facts.ts';
import { type Owed, owedOn } from './owed.ts';

/** Who owes what on a date after all of this happened. */
const owed = (on: string, ...past: ReadonlyArray<Happened>): ReadonlyArray<Owed> =>
  owedOn(planFactsOf(stateAfter(eventsOf([aPlan, ...past]), on).cut), must(LocalDate)(on));

const created = (on: string, action = '27'): Happened =>
  happened(
    ActionCreated,
    { action, ref: action, label: '', title: 'Open the hall', under: { results: [] } },
    on,
  );

const rated = (on: string, rating = 'Amber', action = '27'): Happened =>
  happened(RatingChanged, { action, rating }, on);

const owner = (party: string, role: 'lead' | 'support', on: string): Happened =>
  happened(OwnerAssigned, { action: '27', party, role }, on);

const asked = (of: ReadonlyArray<string>, on: string, more: Readonly<Record<string, Json>> = {}) =>
  ({ of, words: 'Update, please', state: 'open', askedOn: on, ...more }) as const;

const request = (
  of: ReadonlyArray<string>,
  on: string,
  more: Readonly<Record<string, Json>> = {},
) => happened(UpdateRequested, { action: '27', request: 'r-1', asked: asked(of, on, more) }, on);

const reasons = (list: ReadonlyArray<Owed>) => list.map(({ reason, party }) => [reason, party]);

describe('an update that was asked for', () => {
  const begun = [created('2026-06-01'), rated('2026-06-01')];

  it('given one of two parties, then each owes it since it was asked', () => {
    expect(owed('2026-06-30', ...begun, request(['p-1', 'p-2'], '2026-06-10'))).toEqual(
      ['p-1', 'p-2'].map((party) => ({
        action: '27',
        party,
        reason: 'asked',
        since: '2026-06-10',
        dueOn: '2026-06-10',
        daysOverdue: 20,
        words: 'Update, please',
      })),
    );
  });

  it('given one of nobody, then nobody owes it, not even the lead', () => {
    const lead = owner('p-9', 'lead', '2026-06-01');
    expect(reasons(owed('2026-06-30', ...begun, lead, request([], '2026-06-10')))).toEqual([
      ['asked', null],
    ]);
  });

  it('given a due date to come, then it is owed, and not overdue yet', () => {
    const due = request(['p-1'], '2026-06-10', { dueOn: '2026-07-05' });
    expect(owed('2026-06-30', ...begun, due)).toMatchObject([
      { since: '2026-06-10', dueOn: '2026-07-05', daysOverdue: 0 },
    ]);
    expect(owed('2026-07-05', ...begun, due)).toMatchObject([{ daysOverdue: 0 }]);
    expect(owed('2026-07-06', ...begun, due)).toMatchObject([{ daysOverdue: 1 }]);
  });

  it('given it before it was asked, then nobody owes it', () => {
    expect(owed('2026-06-09', ...begun, request(['p-1'], '2026-06-10'))).toEqual([]);
  });

  it.each([
    ['given', UpdateGiven],
    ['waived', UpdateWaived],
  ])('when it is %s, then it is owed no more, and was until then', (_, kind) => {
    const past = [
      ...begun,
      request(['p-1'], '2026-06-10'),
      happened(
        kind,
        { action: '27', requests: [{ request: 'r-1', asked: asked(['p-1'], '2026-06-10') }] },
        '2026-06-20',
      ),
    ];
    expect(owed('2026-06-20', ...past)).toEqual([]);
    expect(reasons(owed('2026-06-19', ...past))).toEqual([['asked', 'p-1']]);
  });

  it('given a note that only asks, then the action had no news', () => {
    const past = [
      created('2026-01-15'),
      rated('2026-01-15'),
      happened(
        NoteAdded,
        { action: '27', note: 'n-1', text: 'Update?', onlyAsks: true },
        '2026-04-10',
      ),
    ];
    expect(owed('2026-04-20', ...past)).toMatchObject([
      { reason: 'overdue', since: '2026-01-15', dueOn: '2026-04-15', daysOverdue: 5 },
    ]);
  });
});

describe('an action without news for longer than the cadence', () => {
  it.each([
    // Three calendar months later, or the month's last day where it has no such day.
    ['2025-03-31', '2025-06-30'],
    ['2025-11-30', '2026-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2025-12-31', '2026-03-31'],
    ['2025-05-31', '2025-08-31'],
    ['2025-08-31', '2025-11-30'],
  ])('given news on %s, then the next is due on %s, and overdue from the day after', (on, due) => {
    const past = [created(on), rated(on)];
    const next = new Date(Date.parse(due) + 24 * 3600 * 1000).toISOString().slice(0, 10);
    expect(owed(due, ...past)).toEqual([]);
    expect(owed(next, ...past)).toEqual([
      {
        action: '27',
        party: null,
        reason: 'overdue',
        since: on,
        dueOn: due,
        daysOverdue: 1,
        words: null,
      },
    ]);
  });

  it('given a cadence of one month, then an update is due a month later', () => {
    const past = [
      created('2026-01-31'),
      rated('2026-01-31'),
      happened(UpdateCadenceSet, { months: 1 }, '2026-01-31'),
    ];
    expect(owed('2026-02-28', ...past)).toEqual([]);
    expect(owed('2026-03-01', ...past)).toMatchObject([
      { reason: 'overdue', dueOn: '2026-02-28', daysOverdue: 1 },
    ]);
  });

  it('given "no change", then that is news', () => {
    const past = [
      created('2026-01-01'),
      rated('2026-01-01'),
      happened(NoChangeConfirmed, { action: '27', rating: 'Amber', requests: [] }, '2026-03-31'),
    ];
    expect(owed('2026-06-30', ...past)).toEqual([]);
    expect(owed('2026-07-01', ...past)).toMatchObject([{ since: '2026-03-31' }]);
  });

  it('given leads and supporters, then the leads owe it; given supporters alone, then they', () => {
    const past = [
      created('2026-01-01'),
      rated('2026-01-01'),
      owner('p-1', 'lead', '2026-01-01'),
      owner('p-2', 'support', '2026-01-01'),
      owner('p-3', 'lead', '2026-01-01'),
    ];
    expect(reasons(owed('2026-06-30', ...past))).toEqual([
      ['overdue', 'p-1'],
      ['overdue', 'p-3'],
    ]);
    const released = ['p-1', 'p-3'].map((party) =>
      happened(OwnerReleased, { action: '27', party }, '2026-06-01'),
    );
    expect(reasons(owed('2026-06-30', ...past, ...released))).toEqual([['overdue', 'p-2']]);
    expect(reasons(owed('2026-05-31', ...past, ...released))).toEqual([
      ['overdue', 'p-1'],
      ['overdue', 'p-3'],
    ]);
  });
});

describe('an action that was never rated', () => {
  it('given it, then its lead owes a rating from the day of its creation', () => {
    const past = [created('2026-06-01'), owner('p-1', 'lead', '2026-06-01')];
    expect(owed('2026-06-11', ...past)).toEqual([
      {
        action: '27',
        party: 'p-1',
        reason: 'never rated',
        since: '2026-06-01',
        dueOn: '2026-06-01',
        daysOverdue: 10,
        words: null,
      },
    ]);
    expect(owed('2026-06-11', ...past, rated('2026-06-11'))).toEqual([]);
  });

  it('given that it had no news either, then both are owed', () => {
    expect(reasons(owed('2026-06-30', created('2026-01-01')))).toEqual([
      ['overdue', null],
      ['never rated', null],
    ]);
  });
});

describe('what owes nothing', () => {
  const overdue = [
    created('2026-01-01'),
    rated('2026-01-01'),
    request(['p-1'], '2026-01-10'),
  ] as const;

  it.each([
    ['closed', ActionClosed],
    ['withdrawn', ActionWithdrawn],
  ])('given a %s action, then nothing, not even what was asked', (_, kind) => {
    expect(owed('2026-06-30', ...overdue, happened(kind, { action: '27' }, '2026-06-01'))).toEqual(
      [],
    );
  });

  it('given an action closed and opened again, then it owes again, its reopening being news', () => {
    const past = [
      ...overdue,
      happened(ActionClosed, { action: '27' }, '2026-05-01'),
      happened(ActionReopened, { action: '27' }, '2026-06-01'),
    ];
    expect(reasons(owed('2026-06-30', ...past))).toEqual([['asked', 'p-1']]);
    expect(reasons(owed('2026-09-02', ...past))).toEqual([
      ['asked', 'p-1'],
      ['overdue', null],
    ]);
  });

  it('given a closed plan, then nothing, also after its period', () => {
    const past = [
      ...overdue,
      happened(
        PlanPeriodSet,
        { period: { asWritten: '2026', latest: '2026-05-31' } },
        '2026-01-01',
      ),
      happened(PlanClosed, {}, '2026-06-01'),
    ];
    expect(owed('2026-06-30', ...past)).toEqual([]);
    expect(reasons(owed('2026-05-31', ...past))).toEqual([
      ['asked', 'p-1'],
      ['overdue', null],
    ]);
  });

  it('given a plan whose period has ended, then its closing or carrying forward and nothing else', () => {
    const past = [
      ...overdue,
      happened(
        PlanPeriodSet,
        { period: { asWritten: '2025 – 2026', earliest: '2025-01-01', latest: '2026-06-30' } },
        '2026-01-01',
      ),
    ];
    expect(reasons(owed('2026-06-30', ...past))).toEqual([
      ['asked', 'p-1'],
      ['overdue', null],
    ]);
    expect(owed('2026-07-01', ...past)).toMatchObject([
      {
        action: null,
        party: null,
        reason: 'period ended',
        since: '2026-06-30',
        dueOn: '2026-06-30',
        daysOverdue: 1,
      },
    ]);
  });

  it('given a period of which no last day is known, then it never ends', () => {
    const past = [
      created('2026-06-01'),
      rated('2026-06-01'),
      happened(PlanPeriodSet, { period: { asWritten: 'from 2020 on' } }, '2026-06-01'),
    ];
    expect(owed('2026-06-30', ...past)).toEqual([]);
  });
});
