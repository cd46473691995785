import { type Failure, invalid } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import { type Chooser, generatePassword, hashPassword, passwordFault } from '../passwords.ts';

/** A password that somebody chose, typed twice; `field` is the first of its two fields in the form. */
export const chosenPassword = (
  chooser: Chooser,
  field: string,
  [password, again]: readonly [string, string],
): E.Either<Failure, string> => {
  const fault = passwordFault(password, chooser);
  if (fault !== undefined) return E.left(invalid(fault, field));
  return password === again
    ? E.right(password)
    : E.left(
        invalid('The two passwords are not the same. Type the new one twice.', `${field}Again`),
      );
};

/** Gives an account a password; whoever was signed in with it before is so no longer. */
export const setPassword =
  ({ store }: Pick<Desk, 'store'>) =>
  (account: string, hash: string): TE.TaskEither<Failure, void> =>
    pipe(
      store.passwords.set(account, hash),
      TE.chain(() => store.sessions.endAll(account)),
    );

/** A password and what is kept of it, made before anything is recorded: what takes long may also fail. */
export type MadePassword = Readonly<{ password: string; hash: string }>;

export const hashed = (password: string): TE.TaskEither<Failure, MadePassword> =>
  TE.fromTask(async () => ({ password, hash: await hashPassword(password) }));

export const madePassword = ({
  random,
}: Pick<Desk, 'random'>): TE.TaskEither<Failure, MadePassword> => hashed(generatePassword(random));
