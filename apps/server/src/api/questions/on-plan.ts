import {
  type Failure,
  type PlanAnswer,
  type Question,
  type Resolved,
  resolveQuestion,
  storage,
} from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import type { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { keptPlan } from '../../http/kept-plan.ts';
import type { Asking } from '../question.ts';

/** A plan that a path names, at the place that its question asks of. */
export type OnPlan = Readonly<{
  plan: PlanId;
  resolved: Resolved;
  /** The ordinal that the views stand at. */
  head: Ordinal;
}>;

/** The plan that the path names. What none can be called was refused before. */
export const planIn = ({ exchange }: Pick<Asking, 'exchange'>): PlanId => {
  const { plan } = exchange.params;
  if (PlanId.is(plan)) return plan;
  throw new Error('the path names a plan');
};

/** Finds the place of a question to the plan that the path names. */
export const onPlan = (asking: Asking, question: Question): E.Either<Failure, OnPlan> => {
  const plan = planIn(asking);
  return pipe(
    E.Do,
    E.bind('head', () => E.mapLeft(storage)(asking.desk.views.head())),
    E.bind('resolved', () => resolveQuestion(asking.desk)(plan, question)),
    E.map(({ head, resolved }) => ({ plan, resolved, head })),
  );
};

/** What the plan says there. */
export const planSays = (
  { desk }: Asking,
  { resolved, head }: OnPlan,
): E.Either<Failure, PlanAnswer> =>
  pipe(
    keptPlan(desk, resolved, head),
    E.map(({ answer }) => answer),
  );
