import { type Rating, SetRatingScale } from '@trackrecord/domain';
import { type MakeOrders, type OnPlan, simply } from '../making-orders.ts';

/** Says which ratings a plan uses. */
export const scaleOrder = (scale: ReadonlyArray<Rating>): MakeOrders<OnPlan> =>
  simply(() => SetRatingScale.of({ scale }));
