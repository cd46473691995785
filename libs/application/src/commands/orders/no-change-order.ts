import { ConfirmNoChange } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';

/** Says that nothing has changed: the rating holds, and what was asked is answered. */
export const noChangeOrder: MakeOrders<OnAction> = simply(({ action }) =>
  ConfirmNoChange.of({ action }),
);
