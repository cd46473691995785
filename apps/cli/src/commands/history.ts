import { historyAnswer } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type AskingOptions, askPlan, withAsking } from '../arguments/asking.ts';
import { historyText, type Telling } from '../reports/history-text.ts';
import { runCommand } from '../terminal/run-command.ts';
import { type AddCommand, example } from './command.ts';

/** One action's words stand in full; a whole plan's are shortened, so that it can be read through. */
const telling = (ref: string | undefined): Telling =>
  ref === undefined ? { subjects: true, limit: 160 } : { subjects: false };

type Options = AskingOptions & Readonly<{ field?: string; all?: boolean }>;

export const addHistory: AddCommand = (program, shell) => {
  withAsking(
    program
      .command('history <plan> [ref]')
      .description('who changed what, when and why: of a plan, an action, a field'),
  )
    .option('--field <field>', 'only this field: rating, title, owner, note, timescale …')
    .option('--all', 'also what documents merely said again')
    .addHelpText('after', example('trackrecord history harbour 14 --field rating'))
    .action((plan: string, ref: string | undefined, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          askPlan(shell, plan, options, (deps, question) =>
            historyAnswer(deps)(question, {
              ref,
              field: options.field,
              withConfirmed: options.all === true,
            }),
          ),
          TE.map((rows) => ({
            json: rows,
            text: (terminal) =>
              rows.length === 0
                ? 'Nothing was said of that.'
                : historyText(terminal, rows, telling(ref)),
          })),
        ),
      ),
    );
};
