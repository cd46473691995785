import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import type { NotRegistered } from '../refusals.ts';
import { EmailAddress } from './email-address.ts';
import { ContactAddressSet } from './contact-address-set.ts';
import { ofRegistered } from './of-registered.ts';

/** Says where reminders for a person or an organisation go. */
export const SetContactAddress = defineCommand(
  'SetContactAddress',
  t.type({ address: EmailAddress }),
);

export type SetContactAddressRefusal = NotRegistered;

export const setContactAddress: DecideOn<
  typeof SetContactAddress,
  SetContactAddressRefusal,
  PartyBody
> = ofRegistered(ContactAddressSet);
