import { Count } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { RemindersBody } from '../event/domain-event.ts';
import type { AnsweredAlready, NotFound } from '../refusals.ts';
import { messageSubject, Settled, settledItem } from './fields.ts';
import { itemThere } from './message-guards.ts';
import { ReminderSettled } from './reminder-settled.ts';

/** Says what came of a thing that was asked for: once. */
export const SettleReminder = defineCommand(
  'SettleReminder',
  t.type({ message: Count, item: Count, settled: Settled }),
);

export type SettleReminderRefusal = NotFound | AnsweredAlready;

export const settleReminder: DecideOn<
  typeof SettleReminder,
  SettleReminderRefusal,
  RemindersBody
> =
  (state) =>
  ({ message, item, settled }) =>
    pipe(
      itemThere(state, message, item),
      E.filterOrElseW(
        () => O.isNone(settledItem.of(state.cut, messageSubject(message), String(item))),
        (): AnsweredAlready => ({ _tag: 'AnsweredAlready', message, item }),
      ),
      E.map(() => [ReminderSettled.of({ message, item, settled })]),
    );
