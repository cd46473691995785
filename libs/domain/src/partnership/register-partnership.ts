import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartnershipBody } from '../event/domain-event.ts';
import type { AlreadyRegistered } from '../refusals.ts';
import { Text } from '../words.ts';
import { partnership, partnershipName } from './fields.ts';
import { PartnershipRegistered } from './partnership-registered.ts';

/** Registers a partnership. */
export const RegisterPartnership = defineCommand('RegisterPartnership', t.type({ name: Text }));

export type RegisterPartnershipRefusal = AlreadyRegistered;

export const registerPartnership: DecideOn<
  typeof RegisterPartnership,
  RegisterPartnershipRefusal,
  PartnershipBody
> =
  ({ cut }) =>
  (asked) =>
    O.isSome(partnershipName.of(cut, partnership))
      ? E.left({ _tag: 'AlreadyRegistered', what: asked.name })
      : E.right([PartnershipRegistered.of(asked)]);
