import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AccessBody } from '../event/domain-event.ts';
import type { NotRegistered, RoleNotHeld } from '../refusals.ts';
import { existingAccount } from './access-guards.ts';
import { account, accountRole } from './fields.ts';
import { RoleRevoked } from './role-revoked.ts';
import { roleKey, roleOnPlan, RoleOnPlan } from './role.ts';

/** Takes a role from an account, open or closed, as it was given: who has it on every plan does not lose it on one. */
export const RevokeRole = defineCommand('RevokeRole', RoleOnPlan);

export type RevokeRoleRefusal = NotRegistered | RoleNotHeld;

export const revokeRole: DecideOn<typeof RevokeRole, RevokeRoleRefusal, AccessBody> =
  (state) =>
  ({ role, plan }) =>
    pipe(
      existingAccount(state),
      E.filterOrElseW(
        () => O.isSome(accountRole.of(state.cut, account, roleKey(role, plan))),
        (): RoleNotHeld => ({ _tag: 'RoleNotHeld', role, plan }),
      ),
      E.map(() => [RoleRevoked.of(roleOnPlan(role, plan))]),
    );
