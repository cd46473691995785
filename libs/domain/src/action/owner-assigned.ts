import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { PartyId, Ref } from '../words.ts';
import { actionOwner, OwnerRole } from './fields.ts';

export const OwnerAssigned = defineEvent({
  type: 'OwnerAssigned',
  summary: 'A person or an organisation became owner of an action, as lead or as support.',
  data: t.type({ action: Ref, party: PartyId, role: OwnerRole }),
  says: ({ action, party, role }) => [actionOwner.says(subjectOf('action', action), party, role)],
  example: { action: '27', party: 'p-4c1f', role: 'lead' },
});
