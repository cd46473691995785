import * as t from 'io-ts';
import { compoundKey } from '../compound-key.ts';
import { defineEvent } from '../event/define-event.ts';
import { Text } from '../words.ts';
import { boardRole, party } from './fields.ts';

export const BoardRoleLeft = defineEvent({
  type: 'BoardRoleLeft',
  summary: 'A person or an organisation has a role on a board no longer.',
  data: t.type({ board: Text, role: Text }),
  says: ({ board, role }) => [boardRole.says(party, compoundKey(board, role), null)],
  example: { board: 'Harbour Board', role: 'Secondary headteacher' },
});
