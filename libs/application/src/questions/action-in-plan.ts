import type { DataNeedState, HistoryAnswer, TargetState } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, missing } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import type { ActionAnswer } from './action-answer.ts';
import { historyAnswer } from './history-answer.ts';
import type { IndicatorAnswer } from './indicator-answers.ts';
import type { PlanAnswer } from './plan-answer.ts';
import type { Resolved } from './resolve-question.ts';

/** An action as its plan has it, with what stands under it and who said what of it. */
export type ActionInPlan = ActionAnswer &
  Pick<PlanAnswer, 'asOf' | 'knownAt' | 'ordinal'> &
  Readonly<{
    targets: ReadonlyArray<TargetState>;
    indicators: ReadonlyArray<IndicatorAnswer>;
    dataNeeds: ReadonlyArray<DataNeedState>;
    history: ReadonlyArray<HistoryAnswer>;
  }>;

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
      'ref',
    ),
  );
};

/** Everything about one action of a plan, of which the answer to the same question is known. */
export const actionInPlan =
  (deps: Readable) =>
  (question: Resolved, plan: PlanAnswer, ref: string): E.Either<Failure, ActionInPlan> =>
    pipe(
      E.Do,
      E.bind('action', () => lookupAction(plan, ref)),
      E.bind('history', ({ action }) =>
        historyAnswer(deps)(question, { ref: action.ref, withConfirmed: false }),
      ),
      E.map(({ action, history }) => {
        const itself = `action:${action.ref}`;
        return {
          ...action,
          asOf: plan.asOf,
          knownAt: plan.knownAt,
          ordinal: plan.ordinal,
          targets: plan.targets.filter(({ under }) => under === itself),
          indicators: plan.indicators.filter(({ under }) => under.includes(itself)),
          dataNeeds: plan.dataNeeds.filter(({ under }) => under === itself),
          history,
        };
      }),
    );
