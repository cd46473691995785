import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { Rating } from '../rating.ts';
import type { EmptyScale, RatingInUse } from '../refusals.ts';
import { RatingScaleSet } from './rating-scale-set.ts';
import { ratingsInUse } from './ratings-in-use.ts';

/** Sets the ratings that a plan uses; a rating that an action has must stay on it. */
export const SetRatingScale = defineCommand(
  'SetRatingScale',
  t.type({ scale: t.readonlyArray(Rating) }),
);

export type SetRatingScaleRefusal = EmptyScale | RatingInUse;

export const setRatingScale: DecideOn<typeof SetRatingScale, SetRatingScaleRefusal, PlanBody> =
  (state) =>
  ({ scale }) => {
    const inUse = ratingsInUse(state.cut).find(({ rating }) => !scale.some((on) => on === rating));
    if (scale.length === 0) return E.left({ _tag: 'EmptyScale' });
    return inUse === undefined
      ? E.right([RatingScaleSet.of({ scale: [...new Set(scale)] })])
      : E.left({ _tag: 'RatingInUse', ...inUse });
  };
