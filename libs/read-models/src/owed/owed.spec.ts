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
  RatingScaleSet,
  TimescaleSet,
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
import { duesOn, type Owed, owedOn, standingOn } from './owed.ts';

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

const reasonsOf = (list: ReadonlyArray<Owed>) =>
  list.map(({ action, reason, dueOn }) => [action, reason, dueOn]);

const reasons = (list: ReadonlyArray<Owed>) => list.map(({ reason, party }) => [reason, party]);

describe('an update that was asked for', () => {
  const begun = [created('2026-06-01'), rated('2026-06-01')];

  it('given one of two parties, then each owes it since it was asked', () => {
    expect(owed('2026-06-30', ...begun, request(['p-1', 'p-2'], '2026-06-10'))).toEqual(
      ['p-1', 'p-2'].map((party) => ({
        about: 'action:27',
        action: '27',
        party,
        reason: 'asked',
        since: '2026-06-10',
        dueOn: '2026-06-10',
        daysOverdue: 20,
        words: 'Update, please',
        request: 'r-1',
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
      // Amber: two months after 15 January. From 15 March to 20 April are 16 + 20 days.
      { reason: 'overdue', since: '2026-01-15', dueOn: '2026-03-15', daysOverdue: 36 },
    ]);
  });
});

describe('an action without news for longer than the cadence', () => {
  it.each([
    // Green, so three calendar months later, or the month's last day where it has no such day.
    ['2025-03-31', '2025-06-30'],
    ['2025-11-30', '2026-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2025-12-31', '2026-03-31'],
    ['2025-05-31', '2025-08-31'],
    ['2025-08-31', '2025-11-30'],
  ])('given news on %s, then the next is due on %s, and overdue from the day after', (on, due) => {
    const past = [created(on), rated(on, 'Green')];
    const next = new Date(Date.parse(due) + 24 * 3600 * 1000).toISOString().slice(0, 10);
    expect(owed(due, ...past)).toEqual([]);
    expect(owed(next, ...past)).toEqual([
      {
        about: 'action:27',
        action: '27',
        party: null,
        reason: 'overdue',
        since: on,
        dueOn: due,
        daysOverdue: 1,
        words: null,
        request: null,
      },
    ]);
  });

  const scale = (on: string) =>
    happened(RatingScaleSet, { scale: ['Red', 'Amber', 'Amber/Green', 'Green', 'Complete'] }, on);

  it.each([
    ['Red', '2026-02-28'],
    ['Amber', '2026-03-31'],
    // What a wider scale holds is as often as Amber.
    ['Amber/Green', '2026-03-31'],
    ['Green', '2026-04-30'],
  ])(
    'given %s since 31 January in a plan that says nothing, then news is due on %s',
    (one, due) => {
      const past = [scale('2026-01-31'), created('2026-01-31'), rated('2026-01-31', one)];
      expect(owed(due, ...past)).toEqual([]);
      expect(owed('2026-05-01', ...past)).toMatchObject([{ reason: 'overdue', dueOn: due }]);
    },
  );

  it('given what is complete, then it never owes news; not rated, as often as Amber', () => {
    const complete = [
      scale('2020-01-31'),
      created('2020-01-31'),
      rated('2020-01-31', 'Complete'),
      created('2026-01-31', '28'),
    ];
    expect(reasonsOf(owed('2026-03-31', ...complete))).toEqual([
      ['28', 'never rated', '2026-01-31'],
    ]);
    expect(reasonsOf(owed('2026-04-01', ...complete))).toEqual([
      ['28', 'overdue', '2026-03-31'],
      ['28', 'never rated', '2026-01-31'],
    ]);
  });

  it('given a rating that changed, then its own cadence counts from the change on', () => {
    const past = [created('2026-01-31'), rated('2026-01-31', 'Green'), rated('2026-03-10', 'Red')];
    expect(owed('2026-04-10', ...past)).toEqual([]);
    expect(owed('2026-04-11', ...past)).toMatchObject([
      { since: '2026-03-10', dueOn: '2026-04-10' },
    ]);
  });

  it.each([
    ['Red', '2026-01-31', '2026-02-28'],
    ['Amber', '2026-01-31', '2026-07-31'],
    ['Green', '2026-01-31', null],
  ])(
    'given a cadence of 6 months, of Red 1 and of Green never, then %s of %s is due on %s',
    (one, on, due) => {
      const past = [
        happened(UpdateCadenceSet, { months: 6, byRating: { Red: 1, Green: 0 } }, on),
        created(on),
        rated(on, one),
      ];
      expect(owed('2030-01-01', ...past).map(({ dueOn }) => dueOn)).toEqual(
        due === null ? [] : [due],
      );
    },
  );

  it('given a cadence that says nothing of ratings, then it counts for all of them', () => {
    const past = [
      happened(UpdateCadenceSet, { months: 2, byRating: { Red: 1 } }, '2026-01-31'),
      happened(UpdateCadenceSet, { months: 6 }, '2026-02-10'),
      created('2026-01-31'),
      rated('2026-01-31', 'Red'),
    ];
    expect(owed('2026-02-09', ...past)).toEqual([]);
    expect(owed('2026-07-31', ...past)).toEqual([]);
    expect(owed('2026-08-01', ...past)).toMatchObject([{ dueOn: '2026-07-31' }]);
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
    // Amber: two months after 31 March.
    expect(owed('2026-05-31', ...past)).toEqual([]);
    expect(owed('2026-06-01', ...past)).toMatchObject([{ since: '2026-03-31' }]);
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
        about: 'action:27',
        action: '27',
        party: 'p-1',
        reason: 'never rated',
        since: '2026-06-01',
        dueOn: '2026-06-01',
        daysOverdue: 10,
        words: null,
        request: null,
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

describe('an action that was to be done by now', () => {
  const timed = (words: string, on: string, latest?: string) =>
    happened(
      TimescaleSet,
      {
        action: '27',
        timescale: { asWritten: words, ...(latest === undefined ? {} : { latest }) },
      },
      on,
    );
  const begun = [
    created('2026-05-01'),
    rated('2026-05-01'),
    owner('p-1', 'lead', '2026-05-01'),
    timed('by May 2026', '2026-05-01', '2026-05-31'),
  ];

  it('given its last day, then not yet; the day after, then its lead owes word of it', () => {
    expect(owed('2026-05-31', ...begun)).toEqual([]);
    expect(owed('2026-06-01', ...begun)).toEqual([
      {
        about: 'action:27',
        action: '27',
        party: 'p-1',
        reason: 'timescale passed',
        since: '2026-05-31',
        dueOn: '2026-05-31',
        daysOverdue: 1,
        words: null,
        request: null,
      },
    ]);
  });

  it('given news of it, then it is owed still: closing it, or another date, ends it', () => {
    const told = happened(NoteAdded, { action: '27', note: 'n-1', text: 'Nearly.' }, '2026-06-10');
    expect(reasons(owed('2026-06-20', ...begun, told))).toEqual([['timescale passed', 'p-1']]);
    const closed = happened(ActionClosed, { action: '27' }, '2026-06-15');
    expect(owed('2026-06-20', ...begun, closed)).toEqual([]);
    expect(owed('2026-06-20', ...begun, timed('July', '2026-06-15', '2026-07-31'))).toEqual([]);
    expect(reasons(owed('2026-06-14', ...begun, closed))).toEqual([['timescale passed', 'p-1']]);
  });

  it('given words that no date was read from, then they never pass', () => {
    const soon = [created('2026-06-01'), rated('2026-06-01'), timed('soon', '2026-06-01')];
    expect(owed('2026-07-30', ...soon)).toEqual([]);
  });
});

describe('what is due on a date to come', () => {
  const past = [
    created('2026-06-01'),
    rated('2026-06-01', 'Red'),
    happened(
      TimescaleSet,
      { action: '27', timescale: { asWritten: 'by 9 July 2026', latest: '2026-07-09' } },
      '2026-06-01',
    ),
    request(['p-1'], '2026-06-20', { dueOn: '2026-07-03' }),
    created('2026-06-25', '28'),
  ];
  const factsOn = (on: string) => planFactsOf(stateAfter(eventsOf([aPlan, ...past]), on).cut);
  const coming = (on: string, days: number) =>
    standingOn(factsOn(on), must(LocalDate)(on), days).comingUp.map(({ action, reason, dueOn }) => [
      ...[action, reason, dueOn],
    ]);

  it('given so many days, then what is due on one of them and not owed before', () => {
    // Asked for is owed since it was asked, and never rated since it came into the plan.
    expect(coming('2026-06-30', 0)).toEqual([]);
    expect(coming('2026-06-30', 1)).toEqual([['27', 'overdue', '2026-07-01']]);
    expect(coming('2026-07-01', 0)).toEqual([['27', 'overdue', '2026-07-01']]);
    expect(coming('2026-07-02', 6)).toEqual([]);
    expect(coming('2026-07-02', 7)).toEqual([['27', 'timescale passed', '2026-07-09']]);
    expect(coming('2026-06-30', 60)).toEqual([
      ['27', 'overdue', '2026-07-01'],
      ['27', 'timescale passed', '2026-07-09'],
      ['28', 'overdue', '2026-08-25'],
    ]);
  });

  it('given all that is due, then of each why and when, whether it is owed by then or not', () => {
    const dues = duesOn(factsOn('2026-06-30'), must(LocalDate)('2026-06-30'));
    expect(
      dues.map(({ action, reason, since, dueOn, request: of }) => [
        ...[action, reason, since, dueOn, of],
      ]),
    ).toEqual([
      ['27', 'asked', '2026-06-20', '2026-07-03', 'r-1'],
      ['27', 'overdue', '2026-06-01', '2026-07-01', null],
      ['27', 'timescale passed', '2026-07-09', '2026-07-09', null],
      ['28', 'overdue', '2026-06-25', '2026-08-25', null],
      ['28', 'never rated', '2026-06-25', '2026-06-25', null],
    ]);
  });

  it('given a closed plan, or one whose period is over, then nothing', () => {
    const ended = (...more: ReadonlyArray<Happened>) => {
      const facts = planFactsOf(stateAfter(eventsOf([aPlan, ...past, ...more]), '2026-06-30').cut);
      const on = must(LocalDate)('2026-06-30');
      return [...duesOn(facts, on), ...standingOn(facts, on, 90).comingUp];
    };
    expect(ended(happened(PlanClosed, {}, '2026-06-29'))).toEqual([]);
    const period = { asWritten: 'to 29 June', latest: '2026-06-29' };
    expect(ended(happened(PlanPeriodSet, { period }, '2026-06-01'))).toEqual([]);
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
