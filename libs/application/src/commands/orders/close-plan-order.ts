import { ClosePlan } from '@trackrecord/domain';
import { type MakeOrders, type OnPlan, simply } from '../making-orders.ts';

/** Ends a plan: nothing is owed on it any more. */
export const closePlanOrder: MakeOrders<OnPlan> = simply(() => ClosePlan.of({}));
