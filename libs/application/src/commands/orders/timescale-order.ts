import { SetTimescale, type Timescale } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';

/** Says when an action is to be done. */
export const timescaleOrder = (timescale: Timescale): MakeOrders<OnAction> =>
  simply(({ action }) => SetTimescale.of({ action, timescale }));
