import { Count } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { RemindersBody } from '../event/domain-event.ts';
import type { MessageIsOtherwise, NotFound } from '../refusals.ts';
import type { MessageState } from './fields.ts';
import { messageThatIs } from './message-guards.ts';
import { ReminderRetried } from './reminder-retried.ts';

const failures = ['failed', 'bounced', 'unknown'] as const;

/** Whether a message in this state can be sent again. */
export const canBeRetried = ({ is }: MessageState): boolean => failures.some((one) => one === is);

/** Has a message sent again that failed, that came back, or of which nobody knows what became. */
export const RetryReminder = defineCommand('RetryReminder', t.type({ message: Count }));

export type RetryReminderRefusal = NotFound | MessageIsOtherwise;

export const retryReminder: DecideOn<typeof RetryReminder, RetryReminderRefusal, RemindersBody> =
  (state) =>
  ({ message }) =>
    pipe(
      messageThatIs(state, message, failures),
      E.map(({ attempt }) => [ReminderRetried.of({ message, attempt })]),
    );
