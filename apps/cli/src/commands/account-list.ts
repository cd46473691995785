import { type AccountAnswer, accountsAnswer } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import {
  type CommonOptions,
  type WaitingOptions,
  withCommon,
  withData,
  withWaiting,
} from '../arguments/asking.ts';
import { runCommand } from '../terminal/run-command.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openToRead } from '../wiring/open-data.ts';
import { type AddCommand, example } from './command.ts';

const accountsText =
  (accounts: ReadonlyArray<AccountAnswer>) =>
  (terminal: Terminal): string =>
    accounts.length === 0
      ? 'Nobody can sign in yet; "trackrecord account add" makes an account.'
      : table(
          terminal,
          [
            { heading: 'Sign-in name' },
            { heading: 'Name', fit: 'wrap' },
            { heading: 'Roles', fit: 'wrap' },
            { heading: 'State' },
            { heading: 'Id', spare: true },
          ],
          accounts.map(({ id, signInName, party, open, grants }) => [
            signInName,
            party.name,
            grants.map(({ role, plan }) => `${role} on ${plan ?? 'every plan'}`).join('\n'),
            open ? 'open' : 'closed',
            id,
          ]),
        );

export const addAccountList: AddCommand = (account, shell) => {
  withWaiting(
    withCommon(
      account.command('list').description('every account: whose it is, its roles, whether closed'),
    ),
  )
    .addHelpText('after', example('trackrecord account list'))
    .action((options: CommonOptions & WaitingOptions) =>
      runCommand(shell, options.json, () =>
        withData(shell, openToRead, options, (deps) =>
          pipe(
            TE.fromEither(accountsAnswer(deps)),
            TE.map((accounts) => ({ json: accounts, text: accountsText(accounts) })),
          ),
        ),
      ),
    );
};
