import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import { compoundKey } from '../compound-key.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotFound, NotRegistered } from '../refusals.ts';
import { Text } from '../words.ts';
import { BoardRoleLeft } from './board-role-left.ts';
import { boardRole, party } from './fields.ts';

/** Ends a role on a board. */
export const LeaveBoardRole = defineCommand('LeaveBoardRole', t.type({ board: Text, role: Text }));

export type LeaveBoardRoleRefusal = NotRegistered | NotFound;

export const leaveBoardRole: DecideOn<typeof LeaveBoardRole, LeaveBoardRoleRefusal, PartyBody> =
  ({ cut }) =>
  (asked) => {
    if (!isThere(cut, party)) return E.left({ _tag: 'NotRegistered', what: 'party' });
    return O.isSome(boardRole.of(cut, party, compoundKey(asked.board, asked.role)))
      ? E.right([BoardRoleLeft.of(asked)])
      : E.left({ _tag: 'NotFound', kind: 'board role', ref: compoundKey(asked.board, asked.role) });
  };
