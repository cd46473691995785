import { WaiveUpdate } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';

/** Takes back what was asked: no update is needed any more. */
export const waiveOrder: MakeOrders<OnAction> = simply(({ action }) => WaiveUpdate.of({ action }));
