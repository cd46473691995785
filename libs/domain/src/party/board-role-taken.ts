import * as t from 'io-ts';
import { compoundKey } from '../compound-key.ts';
import { defineEvent } from '../event/define-event.ts';
import { Text } from '../words.ts';
import { boardRole, party } from './fields.ts';

export const BoardRoleTaken = defineEvent({
  type: 'BoardRoleTaken',
  summary: 'A person or an organisation took a role on a board.',
  data: t.type({ board: Text, role: Text }),
  says: ({ board, role }) => [boardRole.says(party, compoundKey(board, role), { board, role })],
  example: { board: 'Harbour Board', role: 'Secondary headteacher' },
});
