import {
  endOfTime,
  type Failure,
  type ReviewAnswer,
  reviewsAnswer,
} from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import type { AskedPlan } from '../asked-plan.ts';

/** The review that is recorded of a plan for a date; there is at most one. */
export const heldOn = (
  desk: Desk,
  { resolved }: AskedPlan,
  on: LocalDate,
): E.Either<Failure, ReviewAnswer | undefined> =>
  pipe(
    reviewsAnswer(desk)({ ...resolved, point: { ...resolved.point, asOf: endOfTime } }),
    E.map(({ reviews }) => reviews.find((review) => review.on === on)),
  );
