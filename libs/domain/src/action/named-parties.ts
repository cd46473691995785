import type { Said } from '@trackrecord/kernel';
import { actionOwner, UpdateRequest, updateRequest } from './fields.ts';

const ownerPrefix = `${actionOwner.name}/`;
const requestPrefix = `${updateRequest.name}/`;

/** The parties that an assertion names: an owner, those whom a request asks. For "what does this party owe?". */
export const namedParties = ({
  field,
  value,
}: Pick<Said, 'field' | 'value'>): ReadonlyArray<string> => {
  if (field.startsWith(ownerPrefix)) return [field.slice(ownerPrefix.length)];
  return field.startsWith(requestPrefix) && UpdateRequest.is(value) ? value.of : [];
};
