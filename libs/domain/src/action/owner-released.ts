import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { subjectOf } from '../subjects.ts';
import { PartyId, Ref } from '../words.ts';
import { actionOwner } from './fields.ts';

export const OwnerReleased = defineEvent({
  type: 'OwnerReleased',
  summary: 'A person or an organisation is an action’s owner no longer.',
  data: t.type({ action: Ref, party: PartyId }),
  says: ({ action, party }) => [actionOwner.says(subjectOf('action', action), party, null)],
  example: { action: '27', party: 'p-4c1f' },
});
