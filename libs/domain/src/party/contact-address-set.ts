import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { EmailAddress } from './email-address.ts';
import { contactAddress, party } from './fields.ts';

export const ContactAddressSet = defineEvent({
  type: 'ContactAddressSet',
  summary: 'The address that reminders go to was set.',
  data: t.type({ address: EmailAddress }),
  says: ({ address }) => [contactAddress.says(party, address)],
  example: { address: 'm.reed@harbour.example' },
});
