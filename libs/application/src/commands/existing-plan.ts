import {
  isThere,
  plan as planItself,
  planExists,
  type PlanId,
  type StreamState,
} from '@trackrecord/domain';
import { assertionsIn, type LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.ts';
import { noPlanOn } from '../no-plan.ts';

/** The first date on which the plan is there, as known now. */
const firstOn = ({ history }: StreamState): LocalDate | null =>
  assertionsIn(history)
    .filter(({ subject, field }) => subject === planItself && field === planExists.name)
    .filter(({ value, eventId }) => value === true && !history.retractedAt.has(eventId))
    .map(({ effectiveOn }) => effectiveOn)
    .toSorted()[0] ?? null;

/** A change needs the plan to be there on its date. */
export const existingPlan = (plan: PlanId, state: StreamState): E.Either<Failure, PlanId> =>
  isThere(state.cut, planItself)
    ? E.right(plan)
    : E.left(noPlanOn(plan, { asOf: state.asOf, field: 'effectiveOn', firstOn: firstOn(state) }));
