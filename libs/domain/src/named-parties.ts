import type { Said } from '@trackrecord/kernel';
import { actionOwner, UpdateRequest, updateRequest } from './action/fields.ts';
import { membership, partyMergedInto } from './party/fields.ts';

const ownerPrefix = `${actionOwner.name}/`;
const requestPrefix = `${updateRequest.name}/`;
const membershipPrefix = `${membership.name}/`;

/**
 * The parties that an assertion names: an owner, those whom a request asks, an organisation that somebody belongs to,
 * whom a spelling was merged into. For "what does this party owe?" and "who belongs to it?".
 */
export const namedParties = ({
  field,
  value,
}: Pick<Said, 'field' | 'value'>): ReadonlyArray<string> => {
  if (field.startsWith(ownerPrefix)) return [field.slice(ownerPrefix.length)];
  if (field.startsWith(membershipPrefix)) return [field.slice(membershipPrefix.length)];
  if (field === partyMergedInto.name) return typeof value === 'string' ? [value] : [];
  return field.startsWith(requestPrefix) && UpdateRequest.is(value) ? value.of : [];
};
