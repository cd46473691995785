import { plansAnswer } from '@trackrecord/application';
import { existsSync } from 'node:fs';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { runCommand } from '../terminal/run-command.ts';
import { table } from '../terminal/table.ts';
import { dataDirectory } from '../wiring/data-directory.ts';
import { logFile, openToRead } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

const listPlans = (shell: Shell, options: CommonOptions) =>
  existsSync(logFile(dataDirectory(options.data, shell.environment)))
    ? withData(shell, openToRead, options.data, (deps) => TE.fromEither(plansAnswer(deps)))
    : TE.right([]);

export const addPlans: AddCommand = (program, shell) => {
  withCommon(program.command('plans').description('the plans that the log holds'))
    .addHelpText('after', example('trackrecord plans'))
    .action((options: CommonOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          listPlans(shell, options),
          TE.map((plans) => ({
            json: plans,
            text: (terminal) =>
              plans.length === 0
                ? 'No plans yet. "trackrecord import FILE --plan ID" brings one in.'
                : table(
                    terminal,
                    [
                      { heading: 'Plan' },
                      { heading: 'Title', fit: 'wrap' },
                      { heading: 'Period', spare: true },
                      { heading: 'Actions' },
                      { heading: 'Status' },
                    ],
                    plans.map(({ id, title, period, actions, status }) => [
                      id,
                      title.replaceAll('\n', ': '),
                      period ?? '',
                      String(actions),
                      status,
                    ]),
                  ),
          })),
        ),
      ),
    );
};
