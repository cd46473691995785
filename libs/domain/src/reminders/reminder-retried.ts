import { Count } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { messageState, messageSubject } from './fields.ts';

export const ReminderRetried = defineEvent({
  type: 'ReminderRetried',
  summary: 'Somebody had a message sent again.',
  data: t.type({ message: Count, attempt: Count }),
  says: ({ message, attempt }) => [
    messageState.says(messageSubject(message), { is: 'due', attempt }),
  ],
  example: { message: 1, attempt: 1 },
});
