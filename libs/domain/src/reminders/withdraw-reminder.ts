import { Count, JsonString } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { RemindersBody } from '../event/domain-event.ts';
import type { MessageIsOtherwise, NotFound } from '../refusals.ts';
import { messageSubject, withdrawnItem } from './fields.ts';
import { countItems, itemThere, messageThatIs } from './message-guards.ts';
import { ReminderWithdrawn } from './reminder-withdrawn.ts';

/** Takes things out of a message that has not left; with the last of them the message is not sent at all. */
export const WithdrawReminder = defineCommand(
  'WithdrawReminder',
  t.type({ message: Count, items: t.readonlyArray(Count), why: JsonString }),
);

export type WithdrawReminderRefusal = NotFound | MessageIsOtherwise;

export const withdrawReminder: DecideOn<
  typeof WithdrawReminder,
  WithdrawReminderRefusal,
  RemindersBody
> =
  (state) =>
  ({ message, items, why }) =>
    pipe(
      messageThatIs(state, message, ['due', 'deferred']),
      E.chainW(() =>
        pipe(
          items,
          E.traverseArray((item) => itemThere(state, message, item)),
        ),
      ),
      E.map((all) => {
        const gone = new Set([
          ...withdrawnItem.membersOf(state.cut, messageSubject(message)).map(({ id }) => id),
          ...all.map(String),
        ]);
        const isWhole = gone.size === countItems(state.cut, message);
        return [ReminderWithdrawn.of({ message, items: all, why, isWhole })];
      }),
    );
