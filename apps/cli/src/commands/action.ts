import { actionInPlan, planAnswer } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type AskingOptions, askPlan, withAsking } from '../arguments/asking.ts';
import { actionText } from '../reports/action-text.ts';
import { runCommand } from '../terminal/run-command.ts';
import { type AddCommand, example } from './command.ts';

export const addAction: AddCommand = (program, shell) => {
  withAsking(program.command('action <plan> <ref>').description('everything about one action'))
    .addHelpText('after', example('trackrecord action harbour 14'))
    .action((plan: string, ref: string, options: AskingOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          askPlan(shell, plan, options, (deps, question) =>
            pipe(
              E.Do,
              E.bind('answer', () => planAnswer(deps)(question)),
              E.bind('action', ({ answer }) => actionInPlan(deps)(question, answer, ref)),
            ),
          ),
          TE.map(({ answer, action }) => ({
            json: action,
            text: actionText(answer, action, action.history),
          })),
        ),
      ),
    );
};
