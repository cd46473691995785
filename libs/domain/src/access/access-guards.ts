import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { isThere } from '../guards.ts';
import type {
  AccountIsClosed,
  AlreadyRegistered,
  NotRegistered,
  RoleOnEveryPlan,
} from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { account, accountStatus, token } from './fields.ts';
import type { RoleOnPlan } from './role.ts';

/** An id that neither an account nor a token has yet. */
export const freeAccess = ({ cut }: StreamState): E.Either<AlreadyRegistered, null> => {
  if (isThere(cut, account))
    return E.left({ _tag: 'AlreadyRegistered', what: 'an account under this id' });
  return isThere(cut, token)
    ? E.left({ _tag: 'AlreadyRegistered', what: 'a token under this id' })
    : E.right(null);
};

/** An account that must be there, open or closed. */
export const existingAccount = ({ cut }: StreamState): E.Either<NotRegistered, null> =>
  isThere(cut, account) ? E.right(null) : E.left({ _tag: 'NotRegistered', what: 'account' });

/** Whether an account is closed, and whether it came to be what it is on the very date of the command. */
export const standingOf = ({
  cut,
  asOf,
}: StreamState): Readonly<{ isClosed: boolean; sinceToday: boolean }> => ({
  isClosed: O.toUndefined(accountStatus.of(cut, account)) === 'closed',
  sinceToday: O.toUndefined(accountStatus.since(cut, account)) === asOf,
});

/** An account that must be there and open. */
export const openAccount = (state: StreamState): E.Either<NotRegistered | AccountIsClosed, null> =>
  E.chainW((): E.Either<AccountIsClosed, null> =>
    standingOf(state).isClosed ? E.left({ _tag: 'AccountIsClosed' }) : E.right(null),
  )(existingAccount(state));

/** An administrator looks after accounts, and accounts belong to no plan. */
export const grantable = (role: RoleOnPlan): E.Either<RoleOnEveryPlan, RoleOnPlan> =>
  role.role === 'administrator' && role.plan !== undefined
    ? E.left({ _tag: 'RoleOnEveryPlan', role: role.role, plan: role.plan })
    : E.right(role);
