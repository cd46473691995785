import { Count } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { messageSubject, Settled, settledItem } from './fields.ts';

export const ReminderSettled = defineEvent({
  type: 'ReminderSettled',
  summary: 'What a message asked for was answered, or is owed no longer.',
  data: t.type({ message: Count, item: Count, settled: Settled }),
  says: ({ message, item, settled }) => [
    settledItem.says(messageSubject(message), String(item), settled),
  ],
  example: {
    message: 1,
    item: 1,
    settled: {
      is: 'answered',
      by: '0b6f2a52-8d9e-4a3e-9c40-1f7a3f6f0001',
      on: '2026-07-02',
      byLink: true,
    },
  },
});
