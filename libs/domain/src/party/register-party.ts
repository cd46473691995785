import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { AlreadyRegistered } from '../refusals.ts';
import { Text } from '../words.ts';
import { party, PartyKind } from './fields.ts';
import { PartyRegistered } from './party-registered.ts';

/** Registers a person or an organisation. */
export const RegisterParty = defineCommand(
  'RegisterParty',
  t.type({ kind: PartyKind, name: Text }),
);

export type RegisterPartyRefusal = AlreadyRegistered;

export const registerParty: DecideOn<typeof RegisterParty, RegisterPartyRefusal, PartyBody> =
  ({ cut }) =>
  (asked) =>
    isThere(cut, party)
      ? E.left({ _tag: 'AlreadyRegistered', what: asked.name })
      : E.right([PartyRegistered.of(asked)]);
