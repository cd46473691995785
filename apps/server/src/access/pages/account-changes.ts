import {
  type AccountAnswer,
  closeAccount,
  type Failure,
  grantRole,
  invalid,
  renewPassword,
  reopenAccount,
  revokeRole,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Fields } from '../../http/exchange.ts';
import { saidOnPage, type SignedIn } from '../signed-in.ts';
import { madePassword, setPassword } from './new-password.ts';
import { roleInForm } from './role-in-form.ts';

/** A change of an account, by whom, as a form says it; gives what is said of it afterwards. */
export type AccountChange = (
  desk: Desk,
  who: SignedIn,
  account: AccountAnswer,
  form: Fields,
) => TE.TaskEither<Failure, string>;

const grant: AccountChange = (desk, who, { id }, form) =>
  pipe(
    TE.fromEither(roleInForm(form)),
    TE.chain((role) => grantRole(desk)(id, role, saidOnPage(desk, who))),
    TE.map(({ events }) =>
      events.length === 0 ? 'They have that role already.' : 'The role is given.',
    ),
  );

const revoke: AccountChange = (desk, who, { id }, form) =>
  pipe(
    TE.fromEither(roleInForm(form)),
    TE.chain((role) => revokeRole(desk)(id, role, saidOnPage(desk, who))),
    TE.map(() => 'The role is taken away.'),
  );

/** Nobody is signed in with it afterwards, and were it opened again, nobody could be by what they knew. */
const close: AccountChange = (desk, who, { id }, form) =>
  pipe(
    closeAccount(desk)(id, saidOnPage(desk, who, form.one('why'))),
    TE.chain(() => desk.store.sessions.endAll(id)),
    TE.chain(() => desk.store.passwords.remove(id)),
    TE.map(() => 'The account is closed.'),
  );

/** Makes a password, records what brings it about, and then lets it count. */
const withNewPassword = (
  desk: Desk,
  { session }: SignedIn,
  { id }: AccountAnswer,
  record: TE.TaskEither<Failure, unknown>,
): TE.TaskEither<Failure, void> =>
  pipe(
    madePassword(desk),
    TE.chainFirst(() => record),
    TE.chainFirst(({ hash }) => setPassword(desk)(id, hash)),
    TE.map(({ password }) => {
      desk.shownOnce.keep(session, id, password);
    }),
  );

const reopen: AccountChange = (desk, who, account) =>
  pipe(
    withNewPassword(desk, who, account, reopenAccount(desk)(account.id, saidOnPage(desk, who))),
    TE.map(() => 'The account is open again.'),
  );

/** Of one's own it would end the session that it is to be shown in. */
const passwordFor = (who: SignedIn, { id, open }: AccountAnswer): E.Either<Failure, null> => {
  if (!open) return E.left(invalid('The account is closed: open it again first.'));
  return id === who.account
    ? E.left(invalid('This is your own account: change your password under “Your account”.'))
    : E.right(null);
};

const password: AccountChange = (desk, who, account) =>
  pipe(
    TE.fromEither(passwordFor(who, account)),
    TE.chain(() =>
      withNewPassword(
        desk,
        who,
        account,
        renewPassword(desk, 'given')(account.id, saidOnPage(desk, who)),
      ),
    ),
    TE.map(() => 'They have a new password.'),
  );

/** By the last part of their address. */
export const accountChanges: Readonly<Record<string, AccountChange>> = {
  grant,
  revoke,
  close,
  reopen,
  password,
};
