import { storage } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withOpened } from '../arguments/asking.ts';
import { type LogStatus, logStatusText, skippedAnswer } from '../reports/log-status.ts';
import { runCommand } from '../terminal/run-command.ts';
import { logPlace, nameOfLog } from '../wiring/log-place.ts';
import { type OpenData, openToRead } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

const statusOf = (name: string, { views, status }: OpenData) =>
  pipe(
    views.head(),
    E.bimap(storage, (ordinal): LogStatus => {
      if (status === undefined) return { engine: 'embedded', log: name, ordinal };
      const { state, problem, lag, skipped, ...copy } = status();
      return {
        engine: 'cluster',
        log: name,
        ordinal: copy.ordinal,
        state,
        lag: { events: lag.events, seconds: lag.seconds ?? null },
        problem: problem ?? null,
        skipped: skipped.map(skippedAnswer),
      };
    }),
    TE.fromEither,
  );

const askStatus = (shell: Shell, options: CommonOptions) =>
  pipe(
    TE.fromEither(logPlace(options, shell.environment)),
    TE.chain((place) =>
      withOpened(shell, openToRead, options, (deps) => statusOf(nameOfLog(place), deps)),
    ),
  );

export const addLogStatus: AddCommand = (log, shell) => {
  withCommon(
    log
      .command('status')
      .description('which log it is, where it stands, how far this node is behind its cluster'),
  )
    .addHelpText('after', example('trackrecord log status'))
    .action((options: CommonOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          askStatus(shell, options),
          TE.map((status) => ({ json: status, text: logStatusText(status) })),
        ),
      ),
    );
};
