import {
  type AccessId,
  account,
  accountExists,
  accountParty,
  accountRole,
  accountSignInName,
  accountStatus,
  type AccountStatus,
  type PartyId,
  type Role,
  type PlanId,
  type SignInName,
} from '@trackrecord/domain';
import { type Ordinal, type Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { pipe } from 'fp-ts/lib/function.js';

/** A role that is held: on one plan, or on every plan that there is and will be (`null`). */
export type Grant = Readonly<{ role: Role; plan: PlanId | null }>;

/** An account, as its own stream holds it. */
export type AccountState = Readonly<{
  id: AccessId;
  party: PartyId;
  signInName: SignInName;
  status: AccountStatus;
  grants: ReadonlyArray<Grant>;
  /** Where in the log it was opened: of two that were given one name at once the first has it. */
  openedAt: Ordinal;
}>;

/** Reads an account from a cut through its stream; `none` where there is none, or it is a token's. */
export const accountStateOf = (id: AccessId, cut: Values): O.Option<AccountState> =>
  pipe(
    O.Do,
    O.chainFirst(() => accountExists.of(cut, account)),
    O.bind('openedAt', () => O.fromNullable(cut.get(account)?.get(accountExists.name)?.ordinal)),
    O.bind('party', () => accountParty.of(cut, account)),
    O.bind('signInName', () => accountSignInName.of(cut, account)),
    O.map(({ openedAt, party, signInName }) => ({
      id,
      party,
      signInName,
      status: O.getOrElse((): AccountStatus => 'open')(accountStatus.of(cut, account)),
      grants: accountRole
        .membersOf(cut, account)
        .map(({ value: { role, plan } }) => ({ role, plan: plan ?? null })),
      openedAt,
    })),
  );
