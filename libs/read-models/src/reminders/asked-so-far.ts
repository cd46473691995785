import { type Asked, Debt, type Unreachable } from '@trackrecord/domain';
import type { Owed } from '../owed/owed.ts';
import type { ItemState, ReminderMessage, ReminderRun } from './run-state.ts';

/** What tells debts apart, as one text. */
export const debtKey = ({ about, reason, since, request }: Debt): string =>
  JSON.stringify([about, reason, since, request ?? null]);

/** What identifies a debt on all its days; nothing of what no subject can be. */
export const debtOf = ({
  about,
  reason,
  since,
  request,
}: Pick<Owed, 'about' | 'reason' | 'since' | 'request'>): ReadonlyArray<Debt> => {
  const debt: unknown = { about, reason, since, ...(request === null ? {} : { request }) };
  return Debt.is(debt) ? [debt] : [];
};

/** A debt, and who was asked for it. */
export const askedKey = (asked: Debt & Readonly<{ to: string }>): string =>
  `${debtKey(asked)} ${asked.to}`;

/**
 * Whether somebody was asked by a message: a link that is sent again asks for nothing more. One of which nobody knows what became counts: it is not sent
 * again by itself. One that failed, came back or never left does not: what it asked for is asked again.
 */
export const hasAsked = ({
  state: { is },
  linkAgain,
}: Pick<ReminderMessage, 'state' | 'linkAgain'>): boolean =>
  linkAgain === null && (is === 'sent' || is === 'unknown' || is === 'sending');

const askedBy =
  ({ on, ordinal }: ReminderRun, { message, to }: ReminderMessage) =>
  (before: ReadonlyMap<string, Asked>, { debt, level, item }: ItemState): Asked => {
    const earlier = before.get(askedKey({ ...debt, to }));
    return {
      ...debt,
      to,
      level,
      first: earlier?.first ?? on,
      last: on,
      times: (earlier?.times ?? 0) + 1,
      ordinal,
      run: on,
      message,
      item,
    };
  };

/** What has been asked of whom up to and with a run, each debt and person once: what the next run goes on from. */
export const askedSoFar = (run: ReminderRun): ReadonlyArray<Asked> => {
  const before = new Map(run.askedBefore.map((asked) => [askedKey(asked), asked]));
  const now = run.messages
    .filter(hasAsked)
    .flatMap((message) =>
      message.items
        .filter(({ withdrawn }) => withdrawn === null)
        .map((item) => askedBy(run, message)(before, item)),
    );
  return [
    ...new Map([...before, ...now.map((asked) => [askedKey(asked), asked] as const)]).values(),
  ];
};

/** Whose addresses took nothing up to and with a run. */
export const unreachableSoFar = ({
  ordinal,
  unreachable,
  messages,
}: ReminderRun): ReadonlyArray<Unreachable> => [
  ...new Map(
    [
      ...unreachable,
      ...messages
        .filter(({ state }) => state.is === 'bounced')
        .map(({ to }) => ({ party: to, ordinal })),
    ].map((one) => [one.party, one] as const),
  ).values(),
];
