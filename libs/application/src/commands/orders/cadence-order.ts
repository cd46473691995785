import { SetUpdateCadence } from '@trackrecord/domain';
import { type MakeOrders, type OnPlan, simply } from '../making-orders.ts';

/** Says how often each action is to be updated, in calendar months. */
export const cadenceOrder = (months: number): MakeOrders<OnPlan> =>
  simply(() => SetUpdateCadence.of({ months }));
