import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import type { NotRegistered } from '../refusals.ts';
import { RemindersResumed } from './reminders-resumed.ts';
import { ofRegistered } from './of-registered.ts';

/** Takes reminders again. */
export const ResumeReminders = defineCommand('ResumeReminders', t.type({}));

export type ResumeRemindersRefusal = NotRegistered;

export const resumeReminders: DecideOn<typeof ResumeReminders, ResumeRemindersRefusal, PartyBody> =
  ofRegistered(RemindersResumed);
