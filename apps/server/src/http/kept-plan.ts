import { type Failure, type PlanAnswer, planAnswer, type Resolved } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../desk.ts';
import { keptAnswers } from './kept-answers.ts';

const keptPlans = keptAnswers<PlanAnswer>(128);

/** What a question depends on: the whole log's ordinal too, as names are those of now. */
const keyOf = ({ plan, point, knownAt, asIn }: Resolved, head: number): string =>
  JSON.stringify([plan, point.asOf, point.knownAt, knownAt, asIn?.sha256 ?? '', head]);

/** What a plan says, with a key that names all that the answer depends on. */
export type KeptPlan = Readonly<{ answer: PlanAnswer; key: string }>;

/**
 * What a plan says: pages and the API ask the same questions, and a log that has not moved has not changed.
 * @param head the ordinal that the views stand at
 */
export const keptPlan = (
  desk: Desk,
  resolved: Resolved,
  head: number,
): E.Either<Failure, KeptPlan> => {
  const key = keyOf(resolved, head);
  return pipe(
    keptPlans(desk, key, () => planAnswer(desk)(resolved)),
    E.map((answer) => ({ answer, key })),
  );
};
