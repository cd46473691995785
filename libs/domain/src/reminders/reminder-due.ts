import { Count } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PartyId } from '../words.ts';
import {
  AskedItem,
  LinkAgain,
  messageItems,
  messageLinkAgain,
  messageState,
  messageSubject,
  messageTo,
} from './fields.ts';

export const ReminderDue = defineEvent({
  type: 'ReminderDue',
  summary: 'A message is to go to somebody, and asks for updates that are owed.',
  data: t.intersection([
    t.type({ message: Count, to: PartyId, items: t.readonlyArray(AskedItem) }),
    t.partial({ linkAgain: LinkAgain }),
  ]),
  says: ({ message, to, items, linkAgain }) => {
    const subject = messageSubject(message);
    return [
      messageTo.says(subject, to),
      messageItems.says(subject, items),
      messageState.says(subject, { is: 'due', attempt: 0 }),
      ...(linkAgain === undefined ? [] : [messageLinkAgain.says(subject, linkAgain)]),
    ];
  },
  example: {
    message: 1,
    to: 'p-4c1f',
    items: [
      {
        debt: { about: 'action:27', reason: 'overdue', since: '2026-03-31' },
        dueOn: '2026-05-31',
        level: 'owner',
      },
    ],
  },
});
