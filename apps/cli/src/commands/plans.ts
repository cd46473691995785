import { plansAnswer } from '@trackrecord/application';
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
import { logPlace } from '../wiring/log-place.ts';
import { isThere, openToRead } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions & WaitingOptions;

/** Where no log is yet there are no plans, unless there is to be one with a change that is waited for. */
const listPlans = (shell: Shell, options: Options) =>
  pipe(
    TE.fromEither(logPlace(options, shell.environment)),
    TE.chain((place) =>
      isThere(place) || options.waitFor !== undefined
        ? withData(shell, openToRead, options, (deps) => TE.fromEither(plansAnswer(deps)))
        : TE.right([]),
    ),
  );

export const addPlans: AddCommand = (program, shell) => {
  withWaiting(withCommon(program.command('plans').description('the plans that the log holds')))
    .addHelpText('after', example('trackrecord plans'))
    .action((options: Options) =>
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
