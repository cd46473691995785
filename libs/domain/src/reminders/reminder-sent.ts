import { Count, Instant, JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { messageState, messageSubject } from './fields.ts';

export const ReminderSent = defineEvent({
  type: 'ReminderSent',
  summary: 'A message was taken by the mail server.',
  data: t.type({ message: Count, attempt: Count, messageId: JsonString, at: Instant }),
  says: ({ message, ...sent }) => [
    messageState.says(messageSubject(message), { is: 'sent', ...sent }),
  ],
  example: {
    message: 1,
    attempt: 1,
    messageId: 'harbour.2026-06-30.1@plans.example',
    at: '2026-06-30T08:00:04.730Z',
  },
});
