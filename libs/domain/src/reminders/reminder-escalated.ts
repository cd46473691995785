import { Count } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PartyId } from '../words.ts';
import { Because, escalatedItem, Level, messageSubject } from './fields.ts';

export const ReminderEscalated = defineEvent({
  type: 'ReminderEscalated',
  summary: 'What somebody did not answer, or could not be asked, went up.',
  data: t.intersection([
    t.type({ message: Count, item: Count, level: Level, because: Because }),
    t.partial({ insteadOf: t.readonlyArray(PartyId) }),
  ]),
  says: ({ message, item, level }) => [
    escalatedItem.says(messageSubject(message), String(item), level),
  ],
  example: {
    message: 2,
    item: 1,
    level: 'manager',
    because: 'not answered',
    insteadOf: ['p-77aa'],
  },
});
