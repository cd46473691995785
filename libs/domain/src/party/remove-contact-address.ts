import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NoContactAddress, NotRegistered } from '../refusals.ts';
import { ContactAddressRemoved } from './contact-address-removed.ts';
import { contactAddress, party } from './fields.ts';

/** Takes the address away that reminders go to. */
export const RemoveContactAddress = defineCommand('RemoveContactAddress', t.type({}));

export type RemoveContactAddressRefusal = NotRegistered | NoContactAddress;

export const removeContactAddress: DecideOn<
  typeof RemoveContactAddress,
  RemoveContactAddressRefusal,
  PartyBody
> =
  ({ cut }) =>
  (asked) => {
    if (!isThere(cut, party)) return E.left({ _tag: 'NotRegistered', what: 'party' });
    return O.isSome(contactAddress.of(cut, party))
      ? E.right([ContactAddressRemoved.of(asked)])
      : E.left({ _tag: 'NoContactAddress' });
  };
