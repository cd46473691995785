import { type TokenAnswer, tokensAnswer } from '@trackrecord/application';
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

const tokensText =
  (tokens: ReadonlyArray<TokenAnswer>) =>
  (terminal: Terminal): string =>
    tokens.length === 0
      ? 'No token was created yet.'
      : table(
          terminal,
          [
            { heading: 'Id' },
            { heading: 'Name', fit: 'wrap' },
            { heading: 'Role' },
            { heading: 'Plan' },
            { heading: 'Acts for', fit: 'wrap' },
            { heading: 'Created', fit: 'wrap', spare: true },
            { heading: 'Revoked' },
          ],
          tokens.map(({ id, name, role, plan, party, issuedBy, issuedOn, revokedOn }) => [
            id,
            name,
            role,
            plan ?? 'every plan',
            party.name,
            `${issuedOn} by ${issuedBy.name}`,
            revokedOn ?? '',
          ]),
        );

export const addTokenList: AddCommand = (token, shell) => {
  withWaiting(
    withCommon(
      token.command('list').description('every token: its role, whom it acts for, whether revoked'),
    ),
  )
    .addHelpText('after', example('trackrecord token list'))
    .action((options: CommonOptions & WaitingOptions) =>
      runCommand(shell, options.json, () =>
        withData(shell, openToRead, options, (deps) =>
          pipe(
            TE.fromEither(tokensAnswer(deps)),
            TE.map((tokens) => ({ json: tokens, text: tokensText(tokens) })),
          ),
        ),
      ),
    );
};
