import { type Failure, invalid } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { readFileSync } from 'node:fs';
import { type Environment, filled } from './data-directory.ts';

/** Who signs in to a cluster, and how. Never shown. */
export type Credentials = Readonly<{ username: string; password: string }>;

const readPassword = (file: string): E.Either<Failure, string> => {
  try {
    // An editor ends a file with a line break, which is no part of the password.
    const password = readFileSync(file, 'utf8').replace(/\r?\n$/u, '');
    return password === ''
      ? E.left(invalid(`TRACKRECORD_LOG_PASSWORD_FILE: there is no password in ${file}.`))
      : E.right(password);
  } catch {
    return E.left(invalid(`TRACKRECORD_LOG_PASSWORD_FILE: ${file} cannot be read.`));
  }
};

/** The credentials that the environment names: a user, and a file that holds only the password. */
export const credentialsIn = (env: Environment): E.Either<Failure, Credentials | undefined> => {
  const [username, file] = [
    filled(env['TRACKRECORD_LOG_USER']),
    filled(env['TRACKRECORD_LOG_PASSWORD_FILE']),
  ];
  if (username === undefined && file === undefined) return E.right(undefined);
  if (username === undefined || file === undefined)
    return E.left(
      invalid(
        `TRACKRECORD_LOG_USER and TRACKRECORD_LOG_PASSWORD_FILE go together: ${username === undefined ? 'TRACKRECORD_LOG_USER' : 'TRACKRECORD_LOG_PASSWORD_FILE'} is missing.`,
      ),
    );
  return E.map((password: string) => ({ username, password }))(readPassword(file));
};
