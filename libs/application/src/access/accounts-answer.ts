import { type AccessId, SignInName } from '@trackrecord/domain';
import type { AccountState } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import type { Failure } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import { type NamedParty, namedParty } from '../questions/naming.ts';
import type { Readable } from '../trackrecord.ts';
import { accessDate, loadAccounts } from './load-access.ts';
import type { Grant } from './principal.ts';

/** An account as it stands today; whose it is by the name that they go by now. */
export type AccountAnswer = Readonly<{
  id: AccessId;
  signInName: SignInName;
  party: NamedParty;
  open: boolean;
  grants: ReadonlyArray<Grant>;
}>;

const answered =
  (deps: Readable) =>
  (accounts: ReadonlyArray<AccountState>): E.Either<Failure, ReadonlyArray<AccountAnswer>> =>
    pipe(
      loadParties(
        deps,
        accounts.map(({ party }) => party),
      ),
      E.map((directory) =>
        accounts.map(({ id, signInName, party, status, grants }) => ({
          id,
          signInName,
          party: namedParty(directory)(party),
          open: status === 'open',
          grants,
        })),
      ),
    );

const byName = (a: AccountState, b: AccountState): number =>
  a.signInName === b.signInName ? a.openedAt - b.openedAt : a.signInName < b.signInName ? -1 : 1;

/** Every account, closed ones too, in the order of their names to sign in with. */
export const accountsAnswer = (deps: Readable): E.Either<Failure, ReadonlyArray<AccountAnswer>> =>
  pipe(
    loadAccounts(deps, accessDate(deps)),
    E.chain((accounts) => answered(deps)(accounts.toSorted(byName))),
  );

/**
 * The account of a name to sign in with, in whichever case it was typed; `none` where nobody has it. Were two given
 * one name at the same moment, it is the first's.
 */
export const lookupAccount =
  (deps: Readable) =>
  (typed: string): E.Either<Failure, O.Option<AccountAnswer>> =>
    pipe(
      SignInName.decode(typed),
      E.match(
        () => E.right<Failure, O.Option<AccountAnswer>>(O.none),
        (name) =>
          pipe(
            loadAccounts(deps, accessDate(deps)),
            E.map((accounts) =>
              accounts.filter(({ signInName }) => signInName === name).toSorted(byName),
            ),
            E.chain((found) => answered(deps)(found.slice(0, 1))),
            E.map(RA.head),
          ),
      ),
    );

const isAdministrator = ({ open, grants }: Pick<AccountAnswer, 'open' | 'grants'>): boolean =>
  open && grants.some(({ role }) => role === 'administrator');

/** Whether nobody can sign in who may say who may do what: then the first administrator is still to be made. */
export const isFirstAdministratorNeeded = (
  accounts: ReadonlyArray<Pick<AccountAnswer, 'open' | 'grants'>>,
): boolean => !accounts.some(isAdministrator);
