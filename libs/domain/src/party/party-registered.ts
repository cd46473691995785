import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Text } from '../words.ts';
import { party, partyExists, PartyKind, partyKind, partyName } from './fields.ts';

export const PartyRegistered = defineEvent({
  type: 'PartyRegistered',
  summary: 'A person or an organisation was registered.',
  data: t.type({ kind: PartyKind, name: Text }),
  says: ({ kind, name }) => [
    partyExists.says(party, true),
    partyKind.says(party, kind),
    partyName.says(party, name),
  ],
  example: { kind: 'person', name: 'M. Reed' },
});
