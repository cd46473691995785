import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered } from '../refusals.ts';
import { PartyId } from '../words.ts';
import { party } from './fields.ts';
import { OrganisationJoined } from './organisation-joined.ts';

/** Makes a person a member of an organisation. */
export const JoinOrganisation = defineCommand(
  'JoinOrganisation',
  t.type({ organisation: PartyId }),
);

export type JoinOrganisationRefusal = NotRegistered;

export const joinOrganisation: DecideOn<
  typeof JoinOrganisation,
  JoinOrganisationRefusal,
  PartyBody
> =
  ({ cut }) =>
  (asked) =>
    isThere(cut, party)
      ? E.right([OrganisationJoined.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'party' });
