import { type CadenceByRating, SetUpdateCadence } from '@trackrecord/domain';
import { type MakeOrders, type OnPlan, simply } from '../making-orders.ts';

/** Says how often each action is to be updated, in calendar months; by rating otherwise, where 0 is never. */
export const cadenceOrder = (months: number, byRating?: CadenceByRating): MakeOrders<OnPlan> =>
  simply(() => SetUpdateCadence.of(byRating === undefined ? { months } : { months, byRating }));
