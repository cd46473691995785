import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Text } from '../words.ts';
import { partnership, partnershipName } from './fields.ts';

export const PartnershipRegistered = defineEvent({
  type: 'PartnershipRegistered',
  summary: 'A partnership was registered.',
  data: t.type({ name: Text }),
  says: ({ name }) => [partnershipName.says(partnership, name)],
  example: { name: 'Harbour and Vale Partnership' },
});
