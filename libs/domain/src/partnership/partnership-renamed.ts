import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Text } from '../words.ts';
import { partnership, partnershipName } from './fields.ts';

export const PartnershipRenamed = defineEvent({
  type: 'PartnershipRenamed',
  summary: 'A partnership was given another name.',
  data: t.type({ name: Text }),
  says: ({ name }) => [partnershipName.says(partnership, name)],
  example: { name: 'Harbour, Vale and Moor Partnership' },
});
