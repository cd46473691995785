import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered } from '../refusals.ts';
import { EmailAddress } from './email-address.ts';
import { party } from './fields.ts';
import { ContactAddressSet } from './contact-address-set.ts';

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
> =
  ({ cut }) =>
  (asked) =>
    isThere(cut, party)
      ? E.right([ContactAddressSet.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'party' });
