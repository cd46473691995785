import { Count } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { linksRevoked, messageSubject } from './fields.ts';

export const AnswerLinksRevoked = defineEvent({
  type: 'AnswerLinksRevoked',
  summary: 'The links of a message can be used no longer.',
  data: t.type({ message: Count }),
  says: ({ message }) => [linksRevoked.says(messageSubject(message), true)],
  example: { message: 1 },
});
