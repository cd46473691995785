import { type Failure, invalid, rehearsed, renewPassword } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy } from '../arguments/changing.ts';
import { namedAccount } from '../arguments/named-account.ts';
import {
  passwordFor,
  passwordLines,
  type PasswordOptions,
  withPassword,
} from '../arguments/password.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { safe } from '../terminal/terminal.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { withServerStore } from '../wiring/with-server-store.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions & PasswordOptions & Pick<ChangingOptions, 'by' | 'why'>;

/** It is recorded that they have another password; the password itself is no part of the log. */
const changed = (
  shell: Shell,
  signInName: string,
  options: Options,
): TE.TaskEither<Failure, Output> =>
  withData(shell, openToWrite, options, (deps) =>
    pipe(
      namedAccount(deps, signInName),
      TE.filterOrElse(
        ({ open }) => open,
        () => invalid(`The account of "${signInName}" is closed: reopen it first.`),
      ),
      TE.chain((account) =>
        withServerStore(shell, options, (server, store) =>
          pipe(
            passwordFor(server, options, {
              name: account.party.name,
              signInName: account.signInName,
            }),
            TE.chainFirst(() =>
              rehearsed(deps, (stage) =>
                pipe(
                  saidBy(shell, stage, options),
                  TE.chain((said) => renewPassword(stage, 'given')(account.id, said)),
                ),
              ),
            ),
            TE.chainFirst(({ hash }) => store.passwords.set(account.id, hash)),
            TE.chainFirst(() => store.sessions.endAll(account.id)),
            TE.map(({ told }) => ({
              json: { account: account.id, signInName: account.signInName, password: told },
              text: () =>
                [
                  ...passwordLines(safe(account.signInName), told),
                  'They are signed out everywhere.',
                ].join('\n'),
            })),
          ),
        ),
      ),
    ),
  );

export const addAccountPassword: AddCommand = (account, shell) => {
  withPassword(
    withCommon(
      account
        .command('password <sign-in-name>')
        .description('give an account a new password, shown once, and sign it out everywhere'),
    ),
  )
    .option('--by <name>', 'who records it (default: TRACKRECORD_BY, else your user name)')
    .option('--why <text>', 'the reason')
    .addHelpText('after', example('trackrecord account password m.reed'))
    .action((signInName: string, options: Options) =>
      runCommand(shell, options.json, () => changed(shell, signInName, options)),
    );
};
