import {
  events,
  givenReminders,
  happened,
  nothingNew,
  order,
  refused,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { AnswerLinksRevoked } from './answer-links-revoked.ts';
import { PlanReminders } from './plan-reminders.ts';
import { RecordDelivery } from './record-delivery.ts';
import { ReminderBounced } from './reminder-bounced.ts';
import { ReminderDeferred } from './reminder-deferred.ts';
import { ReminderDue } from './reminder-due.ts';
import { ReminderFailed } from './reminder-failed.ts';
import { ReminderOutcomeUnknown } from './reminder-outcome-unknown.ts';
import { ReminderRetried } from './reminder-retried.ts';
import { ReminderSending } from './reminder-sending.ts';
import { ReminderSent } from './reminder-sent.ts';
import { ReminderSettled } from './reminder-settled.ts';
import { RemindersPlanned } from './reminders-planned.ts';
import { ReminderWithdrawn } from './reminder-withdrawn.ts';
import { mostLinksAgain, RenewAnswerLink } from './renew-answer-link.ts';
import { RetryReminder } from './retry-reminder.ts';
import { RevokeAnswerLinks } from './revoke-answer-links.ts';
import { SettleReminder } from './settle-reminder.ts';
import { StartSending } from './start-sending.ts';
import { WithdrawReminder } from './withdraw-reminder.ts';

// The run of 30 June 2026: message 1 to p-1 asks for two things, message 2 to the manager for one that nobody owns.
const run = { plan: 'harbour', on: '2026-06-30', ordinal: 812, askedBefore: [], unreachable: [] };
const item = (action: string) => ({
  debt: { about: `action:${action}`, reason: 'overdue', since: '2026-03-31' },
  dueOn: '2026-05-31',
  level: 'owner',
});
const unowned = { ...item('29'), level: 'manager', because: 'nobody owns it' };
const planned = [
  happened(RemindersPlanned, run),
  happened(ReminderDue, { message: 1, to: 'p-1', items: [item('27'), item('28')] }),
  happened(ReminderDue, { message: 2, to: 'p-9', items: [unowned] }),
];

const at = (minute: number) => `2026-06-30T08:${String(minute).padStart(2, '0')}:00.000Z`;
const one = { message: 1, attempt: 1 };
const sending = happened(ReminderSending, { ...one, since: at(0) });
const sent = happened(ReminderSent, { ...one, messageId: 'h.1@plans.example', at: at(1) });
const deferred = happened(ReminderDeferred, { ...one, why: '450 greylisted', until: at(10) });
const failed = happened(ReminderFailed, { ...one, why: '554 refused' });
const bounced = happened(ReminderBounced, { ...one, why: '550 no such user' });
const unknown = happened(ReminderOutcomeUnknown, { ...one, why: 'no reply after DATA' });
const withdrawn = happened(ReminderWithdrawn, {
  ...{ message: 1, items: [1, 2], why: 'answered', isWhole: true },
});

const otherwise = (state: string) => refused({ _tag: 'MessageIsOtherwise', message: 1, state });
const noMessage = (message: number) =>
  refused({ _tag: 'NotFound', kind: 'message', ref: String(message) });
const noItem = (ref: string) => refused({ _tag: 'NotFound', kind: 'item', ref });

describe('PlanReminders', () => {
  const plan = order(PlanReminders, {
    ...run,
    messages: [
      { to: 'p-1', items: [item('27'), item('28')] },
      {
        to: 'p-9',
        items: [
          unowned,
          { ...item('30'), ...{ level: 'sponsor', because: 'not answered' }, insteadOf: ['p-1'] },
        ],
      },
    ],
  });

  it('given no run of that day, then it is fixed whole: its messages from 1, and what goes up', () => {
    const items = [
      unowned,
      { ...item('30'), level: 'sponsor', because: 'not answered', insteadOf: ['p-1'] },
    ];
    expect(givenReminders().when(plan)).toEqual(
      events(
        ['RemindersPlanned', run],
        ['ReminderDue', { message: 1, to: 'p-1', items: [item('27'), item('28')] }],
        ['ReminderDue', { message: 2, to: 'p-9', items }],
        ['ReminderEscalated', { message: 2, item: 1, level: 'manager', because: 'nobody owns it' }],
        [
          'ReminderEscalated',
          {
            ...{ message: 2, item: 2, level: 'sponsor', because: 'not answered' },
            insteadOf: ['p-1'],
          },
        ],
      ),
    );
  });

  it('given a day on which nobody is asked, then that is fixed too', () => {
    const nobody = order(PlanReminders, { ...run, messages: [] });
    expect(givenReminders().when(nobody)).toEqual(events(['RemindersPlanned', run]));
  });

  it('given the run of that day, then it is refused: whoever came first has planned it', () => {
    expect(givenReminders(...planned).when(plan)).toEqual(
      refused({
        _tag: 'AlreadyRegistered',
        what: 'the reminders of harbour on 2026-06-30',
      }),
    );
  });
});

describe('StartSending', () => {
  const start = (minute: number, message = 1) =>
    order(StartSending, { message, since: at(minute) });

  it('given a message that is due, then it is in hand, in its first attempt', () => {
    expect(givenReminders(...planned).when(start(0))).toEqual(
      events(['ReminderSending', { message: 1, attempt: 1, since: at(0) }]),
    );
  });

  it('given one that was deferred, then it waits until its time, and counts on', () => {
    const waiting = givenReminders(...planned, sending, deferred);
    expect(waiting.when(start(9))).toEqual(otherwise('deferred'));
    expect(waiting.when(start(10))).toEqual(
      events(['ReminderSending', { message: 1, attempt: 2, since: at(10) }]),
    );
  });

  it('given one that failed and is to be sent again, then it counts on', () => {
    const again = happened(ReminderRetried, one);
    expect(givenReminders(...planned, sending, failed, again).when(start(30))).toEqual(
      events(['ReminderSending', { message: 1, attempt: 2, since: at(30) }]),
    );
  });

  it.each([
    ['sending', [sending]],
    ['sent', [sending, sent]],
    ['failed', [sending, failed]],
    ['bounced', [sending, bounced]],
    // It is not sent again by itself: it may have arrived.
    ['unknown', [sending, unknown]],
    ['withdrawn', [withdrawn]],
  ])('given one that is %s, then it is refused', (state, past) => {
    expect(givenReminders(...planned, ...past).when(start(30))).toEqual(otherwise(state));
  });

  it('given no such message, then it is refused', () => {
    expect(givenReminders(...planned).when(start(0, 3))).toEqual(noMessage(3));
  });
});

describe('RecordDelivery', () => {
  const told = (outcome: object, attempt = 1) =>
    order(RecordDelivery, { message: 1, attempt, outcome: { ...outcome } });

  it.each([
    ['ReminderSent', { is: 'sent', messageId: 'h.1@plans.example', at: at(1) }],
    ['ReminderDeferred', { is: 'deferred', why: '450 greylisted', until: at(10) }],
    ['ReminderFailed', { is: 'failed', why: '554 refused' }],
    ['ReminderBounced', { is: 'bounced', why: '550 no such user' }],
    ['ReminderOutcomeUnknown', { is: 'unknown', why: 'no reply after DATA' }],
  ])('given a message in hand, then it is %s', (type, { is: _, ...outcome }) => {
    expect(givenReminders(...planned, sending).when(told({ is: _, ...outcome }))).toEqual(
      events([type, { message: 1, attempt: 1, ...outcome }]),
    );
  });

  it('given another attempt than the one in hand, then it is refused', () => {
    expect(
      givenReminders(...planned, sending).when(told({ is: 'failed', why: 'late' }, 2)),
    ).toEqual(otherwise('in attempt 1'));
  });

  it.each([
    ['due', []],
    ['sent', [sending, sent]],
    ['deferred', [sending, deferred]],
    ['unknown', [sending, unknown]],
    ['withdrawn', [withdrawn]],
  ])('given one that is %s, then it is refused', (state, past) => {
    expect(givenReminders(...planned, ...past).when(told({ is: 'failed', why: 'late' }))).toEqual(
      otherwise(state),
    );
  });

  it('given no such message, then it is refused', () => {
    expect(givenReminders().when(told({ is: 'failed', why: 'none' }))).toEqual(noMessage(1));
  });
});

describe('RetryReminder', () => {
  const retry = order(RetryReminder, { message: 1 });

  it.each([
    ['failed', failed],
    ['bounced', bounced],
    ['unknown', unknown],
  ])('given a message that is %s, then it is due again', (_state, last) => {
    expect(givenReminders(...planned, sending, last).when(retry)).toEqual(
      events(['ReminderRetried', one]),
    );
  });

  it.each([
    ['due', []],
    ['sending', [sending]],
    ['sent', [sending, sent]],
    ['deferred', [sending, deferred]],
    ['withdrawn', [withdrawn]],
  ])('given one that is %s, then it is refused', (state, past) => {
    expect(givenReminders(...planned, ...past).when(retry)).toEqual(otherwise(state));
  });

  it('given no such message, then it is refused', () => {
    expect(givenReminders().when(retry)).toEqual(noMessage(1));
  });
});

describe('WithdrawReminder', () => {
  const withdraw = (...items: ReadonlyArray<number>) =>
    order(WithdrawReminder, { message: 1, items, why: 'answered meanwhile' });
  const gone = (items: ReadonlyArray<number>, isWhole: boolean) =>
    events(['ReminderWithdrawn', { message: 1, items, why: 'answered meanwhile', isWhole }]);

  it('given one of two things, then the message goes without it; given both, then not at all', () => {
    expect(givenReminders(...planned).when(withdraw(2))).toEqual(gone([2], false));
    expect(givenReminders(...planned).when(withdraw(1, 2))).toEqual(gone([1, 2], true));
    expect(givenReminders(...planned).when(withdraw(2, 2))).toEqual(gone([2, 2], false));
  });

  it('given that the other was taken out before, then the message goes not at all', () => {
    const before = { message: 1, items: [2], why: 'answered meanwhile', isWhole: false };
    expect(
      givenReminders(...planned, happened(ReminderWithdrawn, before)).when(withdraw(1)),
    ).toEqual(gone([1], true));
    expect(
      givenReminders(...planned, happened(ReminderWithdrawn, before)).when(withdraw(2)),
    ).toEqual(nothingNew);
  });

  it('given one that was deferred, then it has not left', () => {
    expect(givenReminders(...planned, sending, deferred).when(withdraw(1))).toEqual(
      gone([1], false),
    );
  });

  it.each([
    ['sending', [sending]],
    ['sent', [sending, sent]],
    ['unknown', [sending, unknown]],
    ['withdrawn', [withdrawn]],
  ])('given one that is %s, then it is refused', (state, past) => {
    expect(givenReminders(...planned, ...past).when(withdraw(1))).toEqual(otherwise(state));
  });

  it.each([
    [0, '1.0'],
    [3, '1.3'],
  ])('given no item %d, then it is refused', (number, ref) => {
    expect(givenReminders(...planned).when(withdraw(1, number))).toEqual(noItem(ref));
  });

  it('given no such message, then it is refused', () => {
    expect(givenReminders().when(withdraw(1))).toEqual(noMessage(1));
  });
});

describe('SettleReminder', () => {
  const answered = {
    ...{ is: 'answered', by: '0b6f2a52-8d9e-4a3e-9c40-1f7a3f6f0001', on: '2026-07-02' },
    byLink: true,
  };
  const settle = (number: number, message = 1) =>
    order(SettleReminder, { message, item: number, settled: answered });

  it.each([
    ['due', []],
    ['sent', [sending, sent]],
    ['unknown', [sending, unknown]],
  ])('given a message that is %s, then what came of a thing is recorded', (_state, past) => {
    expect(givenReminders(...planned, ...past).when(settle(2))).toEqual(
      events(['ReminderSettled', { message: 1, item: 2, settled: answered }]),
    );
  });

  it('given that it is settled, then it is refused: once is enough; the other is open still', () => {
    const settled = {
      ...{ message: 1, item: 1 },
      settled: { is: 'owed no longer', why: 'the action was closed', on: '2026-07-01' },
    };
    const past = [...planned, happened(ReminderSettled, settled)];
    expect(givenReminders(...past).when(settle(1))).toEqual(
      refused({ _tag: 'AnsweredAlready', message: 1, item: 1 }),
    );
    expect(givenReminders(...past).when(settle(2))).toEqual(
      events(['ReminderSettled', { message: 1, item: 2, settled: answered }]),
    );
  });

  it('given no such item, or no such message, then it is refused', () => {
    expect(givenReminders(...planned).when(settle(3))).toEqual(noItem('1.3'));
    expect(givenReminders(...planned).when(settle(1, 3))).toEqual(noItem('3.1'));
  });
});

describe('RenewAnswerLink', () => {
  const renew = (of: readonly [message: number, item: number], as: number) =>
    order(RenewAnswerLink, { message: of[0], item: of[1], as });
  const again = (message: number, original = { message: 1, item: 2 }) =>
    happened(ReminderDue, { message, to: 'p-1', items: [item('28')], linkAgain: original });

  it('given an item, then the run has one message more, to whom it went, with that alone', () => {
    expect(givenReminders(...planned, sending, sent).when(renew([1, 2], 3))).toEqual(
      events([
        'ReminderDue',
        { message: 3, to: 'p-1', items: [item('28')], linkAgain: { message: 1, item: 2 } },
      ]),
    );
  });

  it('given the link that was sent again, then it stands for the first', () => {
    expect(givenReminders(...planned, again(3)).when(renew([3, 1], 4))).toEqual(
      events([
        'ReminderDue',
        { message: 4, to: 'p-1', items: [item('28')], linkAgain: { message: 1, item: 2 } },
      ]),
    );
  });

  it.each([2, 4])('given a number that is not the next, %d, then it is refused', (as) => {
    expect(givenReminders(...planned).when(renew([1, 2], as))).toEqual(
      refused({ _tag: 'RefTaken', kind: 'message', ref: String(as) }),
    );
  });

  it('given as many as there may be, then no more; of another thing there are', () => {
    const all = Array.from({ length: mostLinksAgain }, (_, place) => again(place + 3));
    const next = mostLinksAgain + 3;
    expect(
      givenReminders(...planned, ...all.slice(0, -1)).when(renew([1, 2], next - 1)),
    ).toMatchObject({ _tag: 'Events' });
    const tooMany = refused({ _tag: 'TooManyLinks', most: mostLinksAgain });
    expect(givenReminders(...planned, ...all).when(renew([1, 2], next))).toEqual(tooMany);
    expect(givenReminders(...planned, ...all).when(renew([3, 1], next))).toEqual(tooMany);
    expect(givenReminders(...planned, ...all).when(renew([1, 1], next))).toMatchObject({
      _tag: 'Events',
    });
  });

  it('given no such item, or no such message, then it is refused', () => {
    expect(givenReminders(...planned).when(renew([1, 3], 3))).toEqual(noItem('1.3'));
    expect(givenReminders(...planned).when(renew([7, 1], 3))).toEqual(noItem('7.1'));
  });
});

describe('RevokeAnswerLinks', () => {
  const revoke = (message: number) => order(RevokeAnswerLinks, { message });

  it('given a message, then its links end; again for the same date, then it is nothing new', () => {
    const revoked = events(['AnswerLinksRevoked', { message: 1 }]);
    expect(givenReminders(...planned).when(revoke(1))).toEqual(revoked);
    expect(givenReminders(...planned, sending, sent).when(revoke(1))).toEqual(revoked);
    const before = happened(AnswerLinksRevoked, { message: 1 });
    expect(givenReminders(...planned, before).when(revoke(1))).toEqual(nothingNew);
  });

  it('given no such message, then it is refused', () => {
    expect(givenReminders(...planned).when(revoke(3))).toEqual(noMessage(3));
  });
});
