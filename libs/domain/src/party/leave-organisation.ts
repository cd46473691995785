import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotFound, NotRegistered } from '../refusals.ts';
import { PartyId } from '../words.ts';
import { membership, party } from './fields.ts';
import { OrganisationLeft } from './organisation-left.ts';

/** Ends a membership of an organisation. */
export const LeaveOrganisation = defineCommand(
  'LeaveOrganisation',
  t.type({ organisation: PartyId }),
);

export type LeaveOrganisationRefusal = NotRegistered | NotFound;

export const leaveOrganisation: DecideOn<
  typeof LeaveOrganisation,
  LeaveOrganisationRefusal,
  PartyBody
> =
  ({ cut }) =>
  (asked) => {
    if (!isThere(cut, party)) return E.left({ _tag: 'NotRegistered', what: 'party' });
    return O.isSome(membership.of(cut, party, asked.organisation))
      ? E.right([OrganisationLeft.of(asked)])
      : E.left({ _tag: 'NotFound', kind: 'organisation', ref: asked.organisation });
  };
