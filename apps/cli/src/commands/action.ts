import {
  type ActionAnswer,
  type Failure,
  historyAnswer,
  missing,
  type PlanAnswer,
  planAnswer,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type AskingOptions, askPlan, withAsking } from '../arguments/asking.ts';
import { actionText } from '../reports/action-text.ts';
import { runCommand } from '../terminal/run-command.ts';
import { type AddCommand, example } from './command.ts';

/** An action by its ref; by an earlier number where no other has that now. */
const lookupAction = (
  { actions, withdrawn }: PlanAnswer,
  ref: string,
): E.Either<Failure, ActionAnswer> => {
  const formerly = actions.filter(({ knownAs }) => knownAs.includes(ref));
  const found =
    actions.find((action) => action.ref === ref) ??
    (formerly.length === 1 ? formerly[0] : undefined);
  if (found !== undefined) return E.right(found);
  return E.left(
    missing(
      withdrawn.some((action) => action.ref === ref)
        ? `Action "${ref}" was withdrawn from the plan by that date; "trackrecord history" tells its whole story.`
        : `There is no action "${ref}" in the plan on that date; its ${actions.length} actions go from ${actions[0]?.ref ?? '?'} to ${actions.at(-1)?.ref ?? '?'}.`,
    ),
  );
};

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
              E.bind('action', ({ answer }) => lookupAction(answer, ref)),
              E.bind('history', ({ action }) =>
                historyAnswer(deps)(question, { ref: action.ref, withConfirmed: false }),
              ),
            ),
          ),
          TE.map(({ answer, action, history }) => ({
            json: {
              ...action,
              asOf: answer.asOf,
              knownAt: answer.knownAt,
              ordinal: answer.ordinal,
              targets: answer.targets.filter(({ under }) => under === `action:${action.ref}`),
              indicators: answer.indicators.filter(({ under }) =>
                under.includes(`action:${action.ref}`),
              ),
              dataNeeds: answer.dataNeeds.filter(({ under }) => under === `action:${action.ref}`),
              history,
            },
            text: actionText(answer, action, history),
          })),
        ),
      ),
    );
};
