import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { contactAddress, party } from './fields.ts';

export const ContactAddressRemoved = defineEvent({
  type: 'ContactAddressRemoved',
  summary: 'There is no address any more that reminders go to.',
  data: t.type({}),
  says: () => [contactAddress.says(party, null)],
  example: {},
});
