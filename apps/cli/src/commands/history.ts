import { historyAnswer } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type AskingOptions, askPlan, withAsking } from '../arguments/asking.ts';
import { historyTable } from '../terminal/history-table.ts';
import { runCommand } from '../terminal/run-command.ts';
import { type AddCommand, example } from './command.ts';

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
              rows.length === 0 ? 'Nothing was said of that.' : historyTable(terminal, rows),
          })),
        ),
      ),
    );
};
