import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openActionOfOpenPlan } from '../guards.ts';
import { Rating } from '../rating.ts';
import type { ActionNotOpen, NotFound, PlanIsClosed, RatingNotOnScale } from '../refusals.ts';
import { Ref } from '../words.ts';
import { onScale } from './on-scale.ts';
import { RatingChanged } from './rating-changed.ts';

/** Gives an action a rating of its plan’s scale. */
export const ChangeRating = defineCommand('ChangeRating', t.type({ action: Ref, rating: Rating }));

export type ChangeRatingRefusal = PlanIsClosed | NotFound | ActionNotOpen | RatingNotOnScale;

export const changeRating: DecideOn<typeof ChangeRating, ChangeRatingRefusal, PlanBody> =
  (state) =>
  ({ action, rating }) =>
    pipe(
      openActionOfOpenPlan(state, action),
      E.chainW(() => onScale(state.cut, rating)),
      E.map(() => [RatingChanged.of({ action, rating })]),
    );
