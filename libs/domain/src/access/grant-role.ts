import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AccessBody } from '../event/domain-event.ts';
import type { AccountIsClosed, NotRegistered, RoleOnEveryPlan } from '../refusals.ts';
import { grantable, openAccount } from './access-guards.ts';
import { RoleGranted } from './role-granted.ts';
import { RoleOnPlan } from './role.ts';

/** Gives an account a role, on one plan or on every plan. */
export const GrantRole = defineCommand('GrantRole', RoleOnPlan);

export type GrantRoleRefusal = NotRegistered | AccountIsClosed | RoleOnEveryPlan;

export const grantRole: DecideOn<typeof GrantRole, GrantRoleRefusal, AccessBody> =
  (state) => (asked) =>
    pipe(
      openAccount(state),
      E.chainW(() => grantable(asked)),
      E.map((role) => [RoleGranted.of(role)]),
    );
