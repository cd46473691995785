import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PartyId } from '../words.ts';
import { membership, party } from './fields.ts';

export const OrganisationLeft = defineEvent({
  type: 'OrganisationLeft',
  summary: 'A person is a member of an organisation no longer.',
  data: t.type({ organisation: PartyId }),
  says: ({ organisation }) => [membership.says(party, organisation, null)],
  example: { organisation: 'p-77aa' },
});
