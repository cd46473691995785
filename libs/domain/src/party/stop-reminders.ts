import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import type { NotRegistered } from '../refusals.ts';
import { RemindersStopped } from './reminders-stopped.ts';
import { ofRegistered } from './of-registered.ts';

/** Asks for no more reminders; what is owed goes up to whoever answers for it. */
export const StopReminders = defineCommand('StopReminders', t.type({}));

export type StopRemindersRefusal = NotRegistered;

export const stopReminders: DecideOn<typeof StopReminders, StopRemindersRefusal, PartyBody> =
  ofRegistered(RemindersStopped);
