import type { Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { listActionIds } from '../action/action-guards.ts';
import { actionRating } from '../action/fields.ts';
import { notRated } from '../rating.ts';
import { subjectOf } from '../subjects.ts';

/** The ratings that actions have, each with the actions that have it. */
export const ratingsInUse = (
  cut: Values,
): ReadonlyArray<Readonly<{ rating: string; actions: ReadonlyArray<string> }>> => {
  const rated = listActionIds(cut).map((action) => ({
    action,
    rating: O.toUndefined(actionRating.of(cut, subjectOf('action', action))) ?? notRated,
  }));
  return [...new Set(rated.map(({ rating }) => rating))]
    .filter((rating) => rating !== notRated)
    .map((rating) => ({
      rating,
      actions: rated.filter((one) => one.rating === rating).map(({ action }) => action),
    }));
};
