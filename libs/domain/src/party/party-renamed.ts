import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Text } from '../words.ts';
import { party, partyName } from './fields.ts';

export const PartyRenamed = defineEvent({
  type: 'PartyRenamed',
  summary: 'A person’s or an organisation’s name changed.',
  data: t.type({ name: Text }),
  says: ({ name }) => [partyName.says(party, name)],
  example: { name: 'Morgan Reed' },
});
