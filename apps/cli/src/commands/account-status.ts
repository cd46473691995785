import {
  closeAccount,
  type Failure,
  rehearsed,
  reopenAccount,
  type Writable,
} from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { withData } from '../arguments/asking.ts';
import {
  type ChangingOptions,
  defaultTimeZone,
  saidBy,
  withChanging,
} from '../arguments/changing.ts';
import { namedAccount } from '../arguments/named-account.ts';
import {
  passwordFor,
  passwordLines,
  type PasswordOptions,
  withPassword,
} from '../arguments/password.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { safe } from '../terminal/terminal.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { withServerStore } from '../wiring/with-server-store.ts';
import { type AddCommand, example } from './command.ts';

const accountNamed = (deps: Writable, signInName: string) =>
  TE.bind('account', () => namedAccount(deps, signInName));

/** What is kept of an account that is closed is forgotten at once; of one that is closed later, when it is. */
const closed = (
  shell: Shell,
  signInName: string,
  options: ChangingOptions,
): TE.TaskEither<Failure, Output> =>
  withData(shell, openToWrite, options, (deps) =>
    withServerStore(shell, options, (_server, store) =>
      pipe(
        TE.Do,
        accountNamed(deps, signInName),
        TE.bind('done', ({ account }) =>
          rehearsed(deps, (stage) =>
            pipe(
              saidBy(shell, stage, options),
              TE.bindTo('said'),
              TE.bind('done', ({ said }) => closeAccount(stage)(account.id, said)),
            ),
          ),
        ),
        TE.chainFirst(({ account, done: { said } }) =>
          said.effectiveOn > shell.clock.today(defaultTimeZone)
            ? TE.right(undefined)
            : pipe(
                store.sessions.endAll(account.id),
                TE.chain(() => store.passwords.remove(account.id)),
              ),
        ),
        TE.map(({ account, done: { said, done } }) => ({
          json: done,
          text: () =>
            `From ${said.effectiveOn} on nobody signs in as ${safe(account.signInName)} (${recordedWords(done.ordinal)}).`,
        })),
      ),
    ),
  );

export const addAccountClose: AddCommand = (account, shell) => {
  withChanging(
    account
      .command('close <sign-in-name>')
      .description('let nobody sign in with an account any more; what they recorded stays'),
  )
    .addHelpText('after', example('trackrecord account close m.reed --why "Has left"'))
    .action((signInName: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () => closed(shell, signInName, options)),
    );
};

type Reopening = ChangingOptions & PasswordOptions;

const reopened = (
  shell: Shell,
  signInName: string,
  options: Reopening,
): TE.TaskEither<Failure, Output> =>
  withData(shell, openToWrite, options, (deps) =>
    withServerStore(shell, options, (server, store) =>
      pipe(
        TE.Do,
        accountNamed(deps, signInName),
        TE.bind('password', ({ account }) =>
          passwordFor(server, options, { name: account.party.name, signInName }),
        ),
        TE.bind('done', ({ account }) =>
          rehearsed(deps, (stage) =>
            pipe(
              saidBy(shell, stage, options),
              TE.chain((said) => reopenAccount(stage)(account.id, said)),
            ),
          ),
        ),
        TE.chainFirst(({ account, password }) => store.passwords.set(account.id, password.hash)),
        TE.map(({ account, password, done }) => ({
          json: { ...done, password: password.told },
          text: () =>
            [
              `${safe(account.signInName)} can sign in again, with the roles from before (${recordedWords(done.ordinal)}).`,
              ...passwordLines(safe(account.signInName), password.told),
            ].join('\n'),
        })),
      ),
    ),
  );

export const addAccountReopen: AddCommand = (account, shell) => {
  withPassword(
    withChanging(
      account
        .command('reopen <sign-in-name>')
        .description('open a closed account again, with its roles and a new password'),
    ),
  )
    .addHelpText('after', example('trackrecord account reopen m.reed'))
    .action((signInName: string, options: Reopening) =>
      runCommand(shell, options.json, () => reopened(shell, signInName, options)),
    );
};
