import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import type { NotRegistered } from '../refusals.ts';
import { Text } from '../words.ts';
import { BoardRoleTaken } from './board-role-taken.ts';
import { ofRegistered } from './of-registered.ts';

/** Gives a person or an organisation a role on a board. */
export const TakeBoardRole = defineCommand('TakeBoardRole', t.type({ board: Text, role: Text }));

export type TakeBoardRoleRefusal = NotRegistered;

export const takeBoardRole: DecideOn<typeof TakeBoardRole, TakeBoardRoleRefusal, PartyBody> =
  ofRegistered(BoardRoleTaken);
