import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { party, remindersDeclined } from './fields.ts';

export const RemindersStopped = defineEvent({
  type: 'RemindersStopped',
  summary: 'A person or an organisation asked for no more reminders.',
  data: t.type({}),
  says: () => [remindersDeclined.says(party, true)],
  example: {},
});
