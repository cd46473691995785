import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PartyId } from '../words.ts';
import { membership, party } from './fields.ts';

export const OrganisationJoined = defineEvent({
  type: 'OrganisationJoined',
  summary: 'A person became a member of an organisation.',
  data: t.type({ organisation: PartyId }),
  says: ({ organisation }) => [membership.says(party, organisation, true)],
  example: { organisation: 'p-77aa' },
});
