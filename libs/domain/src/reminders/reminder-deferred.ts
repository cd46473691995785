import { Count, Instant, JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { messageState, messageSubject } from './fields.ts';

export const ReminderDeferred = defineEvent({
  type: 'ReminderDeferred',
  summary: 'A message was not taken for now, and is tried again.',
  data: t.type({ message: Count, attempt: Count, why: JsonString, until: Instant }),
  says: ({ message, ...deferred }) => [
    messageState.says(messageSubject(message), { is: 'deferred', ...deferred }),
  ],
  example: { message: 1, attempt: 1, why: '451 greylisted', until: '2026-06-30T08:05:00.000Z' },
});
