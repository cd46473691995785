import { WithdrawAction } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';

/** Withdraws an action that will not be done. */
export const withdrawOrder: MakeOrders<OnAction> = simply(({ action }) =>
  WithdrawAction.of({ action }),
);
