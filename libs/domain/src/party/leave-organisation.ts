import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered } from '../refusals.ts';
import { PartyId } from '../words.ts';
import { party } from './fields.ts';
import { OrganisationLeft } from './organisation-left.ts';

/** Ends a membership of an organisation. */
export const LeaveOrganisation = defineCommand(
  'LeaveOrganisation',
  t.type({ organisation: PartyId }),
);

export type LeaveOrganisationRefusal = NotRegistered;

export const leaveOrganisation: DecideOn<
  typeof LeaveOrganisation,
  LeaveOrganisationRefusal,
  PartyBody
> =
  ({ cut }) =>
  (asked) =>
    isThere(cut, party)
      ? E.right([OrganisationLeft.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'party' });
