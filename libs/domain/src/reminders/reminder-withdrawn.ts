import { Count, JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { messageState, messageSubject, withdrawnItem } from './fields.ts';

export const ReminderWithdrawn = defineEvent({
  type: 'ReminderWithdrawn',
  summary:
    'Things were taken out of a message before it left, because they were owed no longer; with the last of them the message itself.',
  data: t.type({
    message: Count,
    items: t.readonlyArray(Count),
    why: JsonString,
    isWhole: t.boolean,
  }),
  says: ({ message, items, why, isWhole }) => {
    const subject = messageSubject(message);
    return [
      ...items.map((item) => withdrawnItem.says(subject, String(item), why)),
      ...(isWhole ? [messageState.says(subject, { is: 'withdrawn', why })] : []),
    ];
  },
  example: { message: 1, items: [1], why: 'answered meanwhile', isWhole: true },
});
