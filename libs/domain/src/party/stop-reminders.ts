import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered } from '../refusals.ts';
import { party } from './fields.ts';
import { RemindersStopped } from './reminders-stopped.ts';

/** Asks for no more reminders; what is owed goes up to whoever answers for it. */
export const StopReminders = defineCommand('StopReminders', t.type({}));

export type StopRemindersRefusal = NotRegistered;

export const stopReminders: DecideOn<typeof StopReminders, StopRemindersRefusal, PartyBody> =
  ({ cut }) =>
  (asked) =>
    isThere(cut, party)
      ? E.right([RemindersStopped.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'party' });
