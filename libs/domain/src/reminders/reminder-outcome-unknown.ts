import { Count, JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { messageState, messageSubject } from './fields.ts';

export const ReminderOutcomeUnknown = defineEvent({
  type: 'ReminderOutcomeUnknown',
  summary: 'A message left, and nobody said whether it was taken: it is not sent again by itself.',
  data: t.type({ message: Count, attempt: Count, why: JsonString }),
  says: ({ message, ...outcome }) => [
    messageState.says(messageSubject(message), { is: 'unknown', ...outcome }),
  ],
  example: { message: 1, attempt: 1, why: 'the server did not answer within 60 seconds' },
});
