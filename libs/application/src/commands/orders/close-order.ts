import { CloseAction } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';

/** Closes an action that is done. */
export const closeOrder: MakeOrders<OnAction> = simply(({ action }) => CloseAction.of({ action }));
