import {
  type Asked,
  type AskedItem,
  askedBefore,
  type LinkAgain,
  linksRevoked,
  messageItems,
  messageLinkAgain,
  type MessageState,
  messageState,
  messageSubject,
  messageTo,
  type PartyId,
  run,
  type RunOfPlan,
  runOfPlan,
  type Settled,
  settledItem,
  type Unreachable,
  unreachable,
  withdrawnItem,
} from '@trackrecord/domain';
import type { Values } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';

/** A thing that a message asks for, and what became of it. */
export type ItemState = AskedItem &
  Readonly<{
    /** From 1. */
    item: number;
    settled: Settled | null;
    /** Why it was taken out before the message left; `null` where it was not. */
    withdrawn: string | null;
  }>;

/** A message of a day's run, and what became of it. */
export type ReminderMessage = Readonly<{
  /** From 1. */
  message: number;
  to: PartyId;
  items: ReadonlyArray<ItemState>;
  state: MessageState;
  linksRevoked: boolean;
  /** The item of an earlier message whose link it holds again. */
  linkAgain: LinkAgain | null;
}>;

/** A day's run of a plan's reminders. */
export type ReminderRun = RunOfPlan &
  Readonly<{
    askedBefore: ReadonlyArray<Asked>;
    unreachable: ReadonlyArray<Unreachable>;
    messages: ReadonlyArray<ReminderMessage>;
  }>;

const itemOf =
  (cut: Values, subject: string) =>
  (asked: AskedItem, place: number): ItemState => {
    const item = String(place + 1);
    return {
      ...asked,
      item: place + 1,
      settled: O.toNullable(settledItem.of(cut, subject, item)),
      withdrawn: O.toNullable(withdrawnItem.of(cut, subject, item)),
    };
  };

const messageOf = (cut: Values, message: number): O.Option<ReminderMessage> => {
  const subject = messageSubject(message);
  return pipe(
    O.Do,
    O.bind('to', () => messageTo.of(cut, subject)),
    O.bind('items', () => messageItems.of(cut, subject)),
    O.bind('state', () => messageState.of(cut, subject)),
    O.map(({ to, items, state }) => ({
      message,
      to,
      items: items.map(itemOf(cut, subject)),
      state,
      linksRevoked: O.isSome(linksRevoked.of(cut, subject)),
      linkAgain: O.toNullable(messageLinkAgain.of(cut, subject)),
    })),
  );
};

/** Messages are numbered from 1 without gaps: a cut has a subject for each, and one for the run. */
const messagesOf = (cut: Values): ReadonlyArray<ReminderMessage> =>
  Array.from({ length: cut.size }, (_, place) => messageOf(cut, place + 1)).flatMap((found) =>
    O.isSome(found) ? [found.value] : [],
  );

/** Reads a day's run from a cut through its stream; `none` where there was none. */
export const runOf = (cut: Values): O.Option<ReminderRun> =>
  pipe(
    runOfPlan.of(cut, run),
    O.map((planned) => ({
      ...planned,
      askedBefore: O.getOrElse((): ReadonlyArray<Asked> => [])(askedBefore.of(cut, run)),
      unreachable: O.getOrElse((): ReadonlyArray<Unreachable> => [])(unreachable.of(cut, run)),
      messages: messagesOf(cut),
    })),
  );
