import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered } from '../refusals.ts';
import { Text } from '../words.ts';
import { BoardRoleLeft } from './board-role-left.ts';
import { party } from './fields.ts';

/** Ends a role on a board. */
export const LeaveBoardRole = defineCommand('LeaveBoardRole', t.type({ board: Text, role: Text }));

export type LeaveBoardRoleRefusal = NotRegistered;

export const leaveBoardRole: DecideOn<typeof LeaveBoardRole, LeaveBoardRoleRefusal, PartyBody> =
  ({ cut }) =>
  (asked) =>
    isThere(cut, party)
      ? E.right([BoardRoleLeft.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'party' });
