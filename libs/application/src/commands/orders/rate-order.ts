import { ChangeRating, type Rating, RemoveRating } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';

/** Gives an action a rating of its plan's scale; `undefined` takes its rating away. */
export const rateOrder = (rating: Rating | undefined): MakeOrders<OnAction> =>
  simply(({ action }) =>
    rating === undefined ? RemoveRating.of({ action }) : ChangeRating.of({ action, rating }),
  );
