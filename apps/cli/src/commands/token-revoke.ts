import { type Done, type Failure, invalid, rehearsed, revokeToken } from '@trackrecord/application';
import { AccessId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy, withChanging } from '../arguments/changing.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

const parseId = (text: string): E.Either<Failure, AccessId> =>
  AccessId.is(text)
    ? E.right(text)
    : E.left(invalid(`"${text}" is no id of a token; "trackrecord token list" lists them.`));

const doneText = (id: string, { events: [event], ordinal }: Done): string =>
  event === undefined
    ? 'Nothing new: it is revoked from that date already.'
    : `From ${event.effectiveOn} on no program gets in with the token ${id} (${recordedWords(ordinal)}).`;

const revoked = (
  shell: Shell,
  text: string,
  options: ChangingOptions,
): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(parseId(text)),
    TE.chain((id) =>
      withData(shell, openToWrite, options, (deps) =>
        rehearsed(deps, (stage) =>
          pipe(
            saidBy(shell, stage, options),
            TE.chain((said) => revokeToken(stage)(id, said)),
          ),
        ),
      ),
    ),
    TE.map((done) => ({ json: done, text: () => doneText(text, done) })),
  );

export const addTokenRevoke: AddCommand = (token, shell) => {
  withChanging(token.command('revoke <id>').description('let no program in with a token any more'))
    .addHelpText(
      'after',
      example('trackrecord token revoke a-3f0f6e1c-51d6 --why "Seen in an email"'),
    )
    .action((id: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () => revoked(shell, id, options)),
    );
};
