import { Count, JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { messageState, messageSubject } from './fields.ts';

export const ReminderFailed = defineEvent({
  type: 'ReminderFailed',
  summary: 'A message was not taken, and is not tried again by itself.',
  data: t.type({ message: Count, attempt: Count, why: JsonString }),
  says: ({ message, ...outcome }) => [
    messageState.says(messageSubject(message), { is: 'failed', ...outcome }),
  ],
  example: { message: 1, attempt: 1, why: '535 authentication failed' },
});
