import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { party, remindersDeclined } from './fields.ts';

export const RemindersResumed = defineEvent({
  type: 'RemindersResumed',
  summary: 'A person or an organisation gets reminders again.',
  data: t.type({}),
  says: () => [remindersDeclined.says(party, null)],
  example: {},
});
