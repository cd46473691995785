import { type Asked, type MessageState, PartyId, PlanId, Subject } from '@trackrecord/domain';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { askedSoFar, unreachableSoFar } from './asked-so-far.ts';
import type { ReminderMessage, ReminderRun } from './run-state.ts';

const day = must(LocalDate);
const owner = must(PartyId)('p-1');
const debt = {
  about: must(Subject)('action:27'),
  reason: 'overdue',
  since: day('2026-01-06'),
} as const;

const messageThatIs = (
  state: MessageState,
  more: Partial<ReminderMessage> = {},
): ReminderMessage => ({
  ...{ message: 1, to: owner, state, linksRevoked: false, linkAgain: null },
  items: [
    {
      ...{ debt, dueOn: day('2026-03-06'), level: 'owner', item: 1 },
      ...{ settled: null, withdrawn: null },
    },
  ],
  ...more,
});

const runWith = (message: ReminderMessage, more: Partial<ReminderRun> = {}): ReminderRun => ({
  ...{ plan: must(PlanId)('harbour'), on: day('2026-03-09'), ordinal: must(Ordinal)(80) },
  ...{ askedBefore: [], unreachable: [], messages: [message] },
  ...more,
});

const at = must(Instant)('2026-03-09T09:00:00.000Z');
const sent: MessageState = { is: 'sent', attempt: 1, messageId: 'm', at };

const asked: Asked = {
  ...debt,
  to: owner,
  level: 'owner',
  ...{ first: day('2026-03-09'), last: day('2026-03-09'), times: 1 },
  ...{ ordinal: must(Ordinal)(80), run: day('2026-03-09'), message: 1, item: 1 },
};

describe('askedSoFar', () => {
  it('given a message that was sent, then its reader was asked', () => {
    expect(askedSoFar(runWith(messageThatIs(sent)))).toEqual([asked]);
  });

  it.each<MessageState>([
    { is: 'unknown', attempt: 1, why: 'no answer' },
    { is: 'sending', attempt: 1, since: at },
  ])('given a message that is $is, then it counts as asked: it is not sent again', (state) => {
    expect(askedSoFar(runWith(messageThatIs(state)))).toEqual([asked]);
  });

  it.each<MessageState>([
    { is: 'due', attempt: 0 },
    { is: 'deferred', attempt: 1, why: 'greylisted', until: at },
    { is: 'failed', attempt: 6, why: 'greylisted' },
    { is: 'bounced', attempt: 1, why: 'nobody there' },
    { is: 'withdrawn', why: 'answered' },
  ])('given a message that is $is, then nobody was asked by it', (state) => {
    expect(askedSoFar(runWith(messageThatIs(state)))).toEqual([]);
  });

  it('given a thing that was taken out before the message left, then it was not asked for', () => {
    const { items } = messageThatIs(sent);
    const without = items.map((item) => ({ ...item, withdrawn: 'answered' }));
    expect(askedSoFar(runWith(messageThatIs(sent, { items: without })))).toEqual([]);
  });

  it('given a message that only holds a link again, then nothing more was asked', () => {
    const again = messageThatIs(sent, { linkAgain: { message: 1, item: 1 } });
    expect(askedSoFar(runWith(again))).toEqual([]);
  });

  it('given that it was asked for before, then it is counted on, and the last message is this one', () => {
    const before: Asked = {
      ...asked,
      ...{ first: day('2026-02-27'), last: day('2026-02-27') },
      ...{ ordinal: must(Ordinal)(40), run: day('2026-02-27'), message: 3, item: 2 },
    };
    expect(askedSoFar(runWith(messageThatIs(sent), { askedBefore: [before] }))).toEqual([
      { ...asked, first: '2026-02-27', times: 2 },
    ]);
    const bounced: MessageState = { is: 'bounced', attempt: 1, why: 'nobody there' };
    expect(askedSoFar(runWith(messageThatIs(bounced), { askedBefore: [before] }))).toEqual([
      before,
    ]);
  });
});

describe('unreachableSoFar', () => {
  it('given an address that took nothing, then its party is unreachable since what the run knew', () => {
    const bounced: MessageState = { is: 'bounced', attempt: 1, why: 'nobody there' };
    const other = { party: must(PartyId)('p-2'), ordinal: must(Ordinal)(7) };
    const before = [other, { party: owner, ordinal: must(Ordinal)(5) }];
    const run = runWith(messageThatIs(bounced), { unreachable: before });
    expect(unreachableSoFar(run)).toEqual([{ party: owner, ordinal: 80 }, other].toReversed());
    expect(unreachableSoFar(runWith(messageThatIs(sent), { unreachable: before }))).toEqual(before);
  });
});
