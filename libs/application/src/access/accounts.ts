import {
  type AccessId,
  CloseAccount,
  GrantRole,
  OpenAccount,
  type PartyId,
  ReopenAccount,
  RevokeRole,
  type RoleOnPlan,
  SignInName,
} from '@trackrecord/domain';
import type { AccountState } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { bringingIn } from '../commands/bringing-in.ts';
import type { Done } from '../carrying-out/carry-out.ts';
import type { Said } from '../carrying-out/circumstances.ts';
import { existingParty } from '../commands/existing-party.ts';
import { type Failure, invalid, storage } from '../failure.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { loadParties } from '../questions/load-parties.ts';
import { namedParty } from '../questions/naming.ts';
import type { Writable } from '../trackrecord.ts';
import { changeAccess, existingPlanOrAll } from './change-access.ts';
import { accessDate, loadAccounts } from './load-access.ts';

/** An account to be: whose, by which name they sign in, in any case, and the roles that it has from the start. */
export type NewAccount = Readonly<{
  party: PartyId;
  signInName: string;
  roles: ReadonlyArray<RoleOnPlan>;
}>;

type Changed = TE.TaskEither<Failure, Done>;

const parsedName = (typed: string): E.Either<Failure, SignInName> =>
  pipe(
    SignInName.decode(typed),
    E.mapLeft(() =>
      invalid(
        `"${typed}" is no name to sign in with; accepted are 3 to 80 characters without spaces, such as m.reed or m.reed@harbour.example.`,
        'signInName',
      ),
    ),
  );

const taken = (deps: Writable, { party, signInName, status }: AccountState) =>
  pipe(
    loadParties(deps, [party]),
    E.chain((directory): E.Either<Failure, never> => {
      const { name } = namedParty(directory)(party);
      const whose = `${status === 'open' ? 'the account' : 'the closed account'} of ${name}`;
      return E.left(
        invalid(
          `"${signInName}" is taken: ${whose} has it. ${status === 'open' ? 'Choose' : 'Reopen that one, or choose'} another name.`,
          'signInName',
        ),
      );
    }),
  );

/** A name that no account has, open or closed, whatever its date: a closed one may be opened again. */
const freeName = (deps: Writable, name: SignInName): TE.TaskEither<Failure, SignInName> =>
  pipe(
    deps.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => loadAccounts(deps, endOfTime)),
    TE.chainEitherK((accounts) => {
      const holder = accounts.find(({ signInName }) => signInName === name);
      return holder === undefined ? E.right(name) : taken(deps, holder);
    }),
  );

const withFreeName =
  (deps: Writable, { party, roles }: NewAccount, said: Said) =>
  (name: SignInName): TE.TaskEither<Failure, Done & Readonly<{ account: AccessId }>> => {
    const account = deps.ids.accessId();
    const orders = [
      OpenAccount.of({ party, signInName: name }),
      ...roles.map((role) => GrantRole.of(role)),
    ];
    return pipe(
      changeAccess(deps, account, orders, said),
      TE.map((done) => ({ ...done, account })),
    );
  };

/** Gives somebody an account, with its first roles, all or none. */
export const openAccount =
  (deps: Writable) =>
  (
    account: NewAccount,
    said: Said,
  ): TE.TaskEither<Failure, Done & Readonly<{ account: AccessId }>> =>
    pipe(
      TE.fromEither(parsedName(account.signInName)),
      TE.chainFirst(() => existingParty(deps, account.party)),
      TE.chainFirst(() =>
        pipe(
          account.roles,
          TE.traverseSeqArray(({ plan }) => existingPlanOrAll(deps, plan)),
        ),
      ),
      TE.chain((name) =>
        bringingIn(deps)((inTurn) =>
          pipe(freeName(inTurn, name), TE.chain(withFreeName(inTurn, account, said))),
        ),
      ),
    );

const isOpenAdministrator = ({ status, grants }: AccountState): boolean =>
  status === 'open' && grants.some(({ role }) => role === 'administrator');

/**
 * That somebody is left who may say who may do what, once this account may no longer. Accounts have streams of their
 * own: two administrators who end each other in the same instant are not kept from it, and the command line makes
 * a first administrator again.
 */
const leavesAnAdministrator = (
  deps: Writable,
  account: AccessId,
  { effectiveOn }: Said,
): TE.TaskEither<Failure, null> =>
  pipe(
    deps.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => {
      const today = accessDate(deps);
      return loadAccounts(deps, effectiveOn > today ? effectiveOn : today);
    }),
    TE.map((accounts) => accounts.filter(isOpenAdministrator).map(({ id }) => id)),
    TE.chainEitherK((administrators) =>
      administrators.length === 1 && administrators[0] === account
        ? E.left<Failure>({ _tag: 'Refused', refusal: { _tag: 'LastAdministrator' }, step: 0 })
        : E.right(null),
    ),
  );

/** Closes an account: nobody signs in with it, and whoever is signed in with it is nobody. */
export const closeAccount =
  (deps: Writable) =>
  (account: AccessId, said: Said): Changed =>
    pipe(
      leavesAnAdministrator(deps, account, said),
      TE.chain(() => changeAccess(deps, account, [CloseAccount.of({})], said)),
    );

/** Opens a closed account again, with the roles that it had. */
export const reopenAccount =
  (deps: Writable) =>
  (account: AccessId, said: Said): Changed =>
    changeAccess(deps, account, [ReopenAccount.of({})], said);

/** Gives an account a role, on one plan or on every plan. */
export const grantRole =
  (deps: Writable) =>
  (account: AccessId, role: RoleOnPlan, said: Said): Changed =>
    pipe(
      existingPlanOrAll(deps, role.plan),
      TE.chain(() => changeAccess(deps, account, [GrantRole.of(role)], said)),
    );

/** Takes a role from an account, as it was given. */
export const revokeRole =
  (deps: Writable) =>
  (account: AccessId, role: RoleOnPlan, said: Said): Changed =>
    pipe(
      role.role === 'administrator'
        ? leavesAnAdministrator(deps, account, said)
        : TE.right<Failure, null>(null),
      TE.chain(() => changeAccess(deps, account, [RevokeRole.of(role)], said)),
    );
