import { type ReminderPolicy, SetReminderPolicy } from '@trackrecord/domain';
import { type MakeOrders, type OnPlan, simply } from '../making-orders.ts';

/** Says how a plan asks for updates that are due. */
export const policyOrder = (policy: ReminderPolicy): MakeOrders<OnPlan> =>
  simply(() => SetReminderPolicy.of({ policy }));
