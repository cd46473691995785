import { ReopenAction } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';

/** Opens a closed or withdrawn action again. */
export const reopenOrder: MakeOrders<OnAction> = simply(({ action }) =>
  ReopenAction.of({ action }),
);
