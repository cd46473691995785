import { type Failure, invalid } from '@trackrecord/application';
import type { Command } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { readFileSync } from 'node:fs';
import type { Server } from '../wiring/with-server-store.ts';

export type PasswordOptions = Readonly<{ passwordFile?: string }>;

/** A password is never an argument: other users of the machine can see those, and shells remember them. */
export const withPassword = (command: Command): Command =>
  command.option('--password-file <file>', 'a file that holds the password (default: one is made)');

/** A password for an account; `told` where it was made, and is to be told once. */
export type ChosenPassword = Readonly<{ hash: string; told: string | null }>;

/** An editor ends a file with a line break, which is no part of the password. */
const readPassword = (file: string): E.Either<Failure, string> =>
  E.tryCatch(
    () => readFileSync(file, 'utf8').replace(/\r?\n$/u, ''),
    () => invalid(`--password-file: ${file} cannot be read.`),
  );

const accepted =
  (server: Server, chooser: Readonly<{ name: string; signInName: string }>, file: string) =>
  (password: string): E.Either<Failure, string> => {
    const fault = server.passwordFault(password, chooser);
    return fault === undefined
      ? E.right(password)
      : E.left(invalid(`--password-file: the password in ${file} is not taken. ${fault}`));
  };

/** The password of a file, judged as on the pages, or a new one that nobody can guess. */
export const passwordFor = (
  server: Server,
  { passwordFile }: PasswordOptions,
  chooser: Readonly<{ name: string; signInName: string }>,
): TE.TaskEither<Failure, ChosenPassword> =>
  pipe(
    passwordFile === undefined
      ? E.right(server.generatePassword(server.systemRandomness))
      : pipe(readPassword(passwordFile), E.chain(accepted(server, chooser, passwordFile))),
    TE.fromEither,
    TE.chainTaskK((password) => async () => ({
      hash: await server.hashPassword(password),
      told: passwordFile === undefined ? password : null,
    })),
  );

/** What is said of a password: the one that was made, once, or that the one of the file counts. */
export const passwordLines = (signInName: string, told: string | null): ReadonlyArray<string> =>
  told === null
    ? [`The password for ${signInName} is the one in the file.`]
    : [
        `The password for ${signInName} is shown this once:`,
        '',
        told,
        '',
        'Tell it to them in person or by phone, and ask them to change it.',
      ];
