import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PartyId } from '../words.ts';
import { party, partyMergedInto } from './fields.ts';

export const PartyMerged = defineEvent({
  type: 'PartyMerged',
  summary: 'Two spellings turned out to be one: this party is that one.',
  data: t.type({ into: PartyId }),
  says: ({ into }) => [partyMergedInto.says(party, into)],
  example: { into: 'p-4c1f' },
});
