import { Count, Instant } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { messageState, messageSubject } from './fields.ts';

export const ReminderSending = defineEvent({
  type: 'ReminderSending',
  summary: 'A message is about to leave: recorded before it does.',
  data: t.type({ message: Count, attempt: Count, since: Instant }),
  says: ({ message, ...sending }) => [
    messageState.says(messageSubject(message), { is: 'sending', ...sending }),
  ],
  example: { message: 1, attempt: 1, since: '2026-06-30T08:00:04.120Z' },
});
