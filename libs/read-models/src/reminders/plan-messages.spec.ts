import { PartyId, type PlannedMessage, type ReminderPolicy } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { Owed } from '../owed/owed.ts';
import { debtOf } from './asked-so-far.ts';
import { type Contacts, planMessages, type Situation } from './plan-messages.ts';
import { defaultPolicy } from './reminder-policy.ts';

const day = must(LocalDate);
const party = must(PartyId);

/** Due on 6 March 2026, news last on 6 January. */
const owes = (who: string | null, more: Partial<Owed> = {}): Owed => ({
  ...{ about: 'action:27', action: '27', party: who, reason: 'overdue', words: null },
  ...{ since: day('2026-01-06'), dueOn: day('2026-03-06'), daysOverdue: 0, request: null },
  ...more,
});

type Given = Readonly<{
  today: string;
  owed: ReadonlyArray<Owed>;
  unreached?: ReadonlyArray<string>;
  supporters?: ReadonlyArray<string>;
  /** Who was asked for the debts, and when last; it was first asked for on 27 February. */
  asked?: ReadonlyArray<readonly [to: string, last: string]>;
  policy?: Partial<ReminderPolicy>;
}>;

const situation = (given: Given): Situation => {
  const { today, owed, unreached = [], supporters = [], asked = [], policy } = given;
  const contacts: Contacts = {
    recipients: (id) => (unreached.includes(id) ? [] : [party(id)]),
    supporters: () => supporters,
    managers: ['p-manager'],
  };
  const before = asked.flatMap(([to, last]) =>
    owed
      .slice(0, 1)
      .flatMap(debtOf)
      .map((debt) => ({
        ...debt,
        ...{ to: party(to), level: 'owner' as const, first: day('2026-02-27'), last: day(last) },
        ...{ times: 1, ordinal: must(Ordinal)(1), run: day(last), message: 1, item: 1 },
      })),
  );
  return {
    policy: { ...defaultPolicy, sponsor: party('p-sponsor'), ...policy },
    ...{ today: day(today), owed, contacts, asked: before },
  };
};

/** Whom to, and of each item as what they are asked, why, and in whose stead. */
const told = (messages: ReadonlyArray<PlannedMessage>) =>
  messages.map(({ to, items }) => [
    to,
    ...items.map(({ debt, level, because, insteadOf }) =>
      [debt.about, level, because, insteadOf].filter((part) => part !== undefined).join(' '),
    ),
  ]);

const messages = (given: Given) => told(planMessages(situation(given)));

describe('planMessages', () => {
  it('given an update that is due in a week, then its lead is asked; a day earlier nobody is', () => {
    const owed = [owes('p-1')];
    expect(messages({ today: '2026-02-27', owed })).toEqual([['p-1', 'action:27 owner']]);
    expect(messages({ today: '2026-02-26', owed })).toEqual([]);
  });

  it('given an action of nobody, then the manager is asked from the start', () => {
    expect(messages({ today: '2026-02-27', owed: [owes(null)] })).toEqual([
      ['p-manager', 'action:27 manager nobody owns it'],
    ]);
  });

  it('given a lead who cannot be reached, then the supporters stand in, else the manager, else the sponsor', () => {
    const given = { today: '2026-02-27', owed: [owes('p-1')] };
    const unreached = ['p-1'];
    expect(messages({ ...given, unreached, supporters: ['p-2'] })).toEqual([
      ['p-2', 'action:27 support no address p-1'],
    ]);
    expect(messages({ ...given, unreached })).toEqual([
      ['p-manager', 'action:27 manager no address p-1'],
    ]);
    expect(messages({ ...given, unreached: ['p-1', 'p-manager'] })).toEqual([
      ['p-sponsor', 'action:27 sponsor no address p-1'],
    ]);
    expect(messages({ ...given, unreached: ['p-1', 'p-manager', 'p-sponsor'] })).toEqual([]);
  });

  it('given two leads of whom one can be reached, then that one is asked, and nobody stands in', () => {
    const owed = [owes('p-1'), owes('p-2')];
    expect(
      messages({ today: '2026-02-27', owed, unreached: ['p-1'], supporters: ['p-3'] }),
    ).toEqual([['p-2', 'action:27 owner']]);
  });

  it('given two who help and no lead, then both owe it, and both are asked as its owners from the start', () => {
    const given = { owed: [owes('p-1'), owes('p-2')], supporters: ['p-1', 'p-2'] };
    const both = [
      ['p-1', 'action:27 owner'],
      ['p-2', 'action:27 owner'],
    ];
    expect(messages({ ...given, today: '2026-02-27' })).toEqual(both);
    const asked = [['p-1', '2026-02-27'] as const];
    expect(messages({ ...given, today: '2026-03-20', asked })).toEqual([...both]);
  });

  it('given a lead who does not answer, then it goes up after 14, 21 and 42 days, in their stead', () => {
    const given = {
      ...{ owed: [owes('p-1')], supporters: ['p-2'] },
      policy: { thenEvery: 100 },
    };
    const asked = [['p-1', '2026-03-23'] as const];
    const at = (today: string) => messages({ ...given, today, asked });
    expect(at('2026-03-19')).toEqual([]);
    expect(at('2026-03-20')).toEqual([['p-2', 'action:27 support not answered p-1']]);
    expect(at('2026-03-27').map(([to]) => to)).toEqual(['p-2', 'p-manager']);
    expect(at('2026-04-17').map(([to]) => to)).toEqual(['p-2', 'p-manager', 'p-sponsor']);
  });

  it('given a debt that nobody was asked for so far, then it does not go up, however old it is', () => {
    expect(messages({ today: '2026-09-01', owed: [owes('p-1')], supporters: ['p-2'] })).toEqual([
      ['p-1', 'action:27 owner'],
    ]);
  });

  it('given one thing whose day has come, then a digest holds all that is asked by now, the longest overdue first; single messages hold that alone', () => {
    const second = owes('p-1', { about: 'action:3', dueOn: day('2026-02-20') });
    const given = {
      ...{ today: '2026-03-03', owed: [owes('p-1'), second] },
      asked: [['p-1', '2026-02-27'] as const],
    };
    expect(messages(given)).toEqual([['p-1', 'action:3 owner', 'action:27 owner']]);
    expect(messages({ ...given, policy: { form: 'single' } })).toEqual([['p-1', 'action:3 owner']]);
  });
});
