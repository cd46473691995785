import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered } from '../refusals.ts';
import { party } from './fields.ts';
import { RemindersResumed } from './reminders-resumed.ts';

/** Takes reminders again. */
export const ResumeReminders = defineCommand('ResumeReminders', t.type({}));

export type ResumeRemindersRefusal = NotRegistered;

export const resumeReminders: DecideOn<typeof ResumeReminders, ResumeRemindersRefusal, PartyBody> =
  ({ cut }) =>
  (asked) =>
    isThere(cut, party)
      ? E.right([RemindersResumed.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'party' });
