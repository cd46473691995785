import type { Decide } from '@trackrecord/kernel';
import type { OrdersOf, RefusalsOf } from '../command.ts';
import type { RemindersBody } from '../event/domain-event.ts';
import { reminderCommands } from '../reminders/reminder-commands.ts';
import type { StreamState } from '../stream-state.ts';
import { decideBy } from './decide-by.ts';

export { reminderCommands };

/** Every command on a day's run of a plan's reminders. */
export type ReminderOrder = OrdersOf<typeof reminderCommands>;

export type ReminderRefusal = RefusalsOf<typeof reminderCommands>;

/** Decides any command on a day's run of a plan's reminders. */
export const decideReminders: Decide<StreamState, ReminderOrder, ReminderRefusal, RemindersBody> =
  decideBy<ReminderOrder, ReminderRefusal, RemindersBody>(reminderCommands);
