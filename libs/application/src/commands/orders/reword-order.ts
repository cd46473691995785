import { RewordAction, type Text } from '@trackrecord/domain';
import { type MakeOrders, type OnAction, simply } from '../making-orders.ts';

/** Changes an action's words. */
export const rewordOrder = (title: Text): MakeOrders<OnAction> =>
  simply(({ action }) => RewordAction.of({ action, title }));
