import { Count, JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { messageState, messageSubject } from './fields.ts';

export const ReminderBounced = defineEvent({
  type: 'ReminderBounced',
  summary: 'An address will not take messages.',
  data: t.type({ message: Count, attempt: Count, why: JsonString }),
  says: ({ message, ...outcome }) => [
    messageState.says(messageSubject(message), { is: 'bounced', ...outcome }),
  ],
  example: { message: 1, attempt: 1, why: '550 no such user' },
});
