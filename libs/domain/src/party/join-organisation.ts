import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import type { NotRegistered } from '../refusals.ts';
import { PartyId } from '../words.ts';
import { OrganisationJoined } from './organisation-joined.ts';
import { ofRegistered } from './of-registered.ts';

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
> = ofRegistered(OrganisationJoined);
