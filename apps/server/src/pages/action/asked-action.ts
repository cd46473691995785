import {
  actionDetails,
  type ActionDetails,
  type Failure,
  historyAnswer,
} from '@trackrecord/application';
import type { HistoryAnswer } from '@trackrecord/read-models';
import type * as E from 'fp-ts/lib/Either.js';
import type { Desk } from '../../desk.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { AskedPlan } from '../asked-plan.ts';

const keptActions = keptAnswers<ActionDetails>(512);
const keptHistories = keptAnswers<ReadonlyArray<HistoryAnswer>>(256);

/** One action of a plan that was asked for, on the same dates. */
export const actionOf = (
  desk: Desk,
  { resolved, key }: AskedPlan,
  ref: string,
): E.Either<Failure, ActionDetails> =>
  keptActions(desk, JSON.stringify([key, ref]), () => actionDetails(desk)(resolved, ref));

/** Every line of an action's history, on the same dates; what documents merely said again is marked in it. */
export const historyOf = (
  desk: Desk,
  { resolved, key }: AskedPlan,
  { id }: Pick<ActionDetails, 'id'>,
): E.Either<Failure, ReadonlyArray<HistoryAnswer>> =>
  keptHistories(desk, JSON.stringify([key, id]), () =>
    historyAnswer(desk)(resolved, { ref: `action:${id}`, withConfirmed: true }),
  );
