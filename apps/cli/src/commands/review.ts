import { holdReview } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { changing, type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { parsePlanId } from '../arguments/parse.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { runCommand } from '../terminal/run-command.ts';
import { type AddCommand, example } from './command.ts';

export const addReview: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('review <plan>')
      .description('record that the board reviewed the plan, and at which ordinal it looked'),
  )
    .addHelpText('after', example('trackrecord review harbour --effective-on 2025-06-30'))
    .action((plan: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          TE.fromEither(parsePlanId(plan)),
          TE.chain((id) =>
            changing(shell, options, (deps, author) => holdReview(deps)({ plan: id, author })),
          ),
          TE.map((done) => ({
            json: done,
            text: () => `Review ${recordedWords(done.ordinal)}.`,
          })),
        ),
      ),
    );
};
