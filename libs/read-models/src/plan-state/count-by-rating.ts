import { notRated } from '@trackrecord/domain';
import type { ActionState } from './action-state.ts';

/** How many actions have each rating of the scale, and how many have none; withdrawn actions do not count. */
export const countByRating = (
  scale: ReadonlyArray<string>,
  actions: ReadonlyArray<ActionState>,
): Readonly<Record<string, number>> => {
  const standing = actions.filter(({ status }) => status !== 'withdrawn');
  const ratings = [...new Set([...scale, notRated, ...standing.map(({ rating }) => rating)])];
  return Object.fromEntries(
    ratings.map((rating) => [rating, standing.filter((one) => one.rating === rating).length]),
  );
};
