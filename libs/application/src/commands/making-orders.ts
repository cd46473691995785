import type { PlanId, PlanOrder, Ref } from '@trackrecord/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import type { Making } from '../carrying-out/carry-out-as.ts';

/** What an order on a plan is made of. */
export type OnPlan = Making & Readonly<{ plan: PlanId }>;

/** What an order on an action is made of: the plan, and the action by its id. */
export type OnAction = OnPlan & Readonly<{ action: Ref }>;

/** Makes what is to happen to a plan, or to an action of it: one order, or several that are carried out as one. */
export type MakeOrders<On> = (
  on: On,
) => TE.TaskEither<Failure, PlanOrder | ReadonlyArray<PlanOrder>>;

/** An order that needs nothing to be looked up. */
export const simply =
  <On>(order: (on: On) => PlanOrder): MakeOrders<On> =>
  (on) =>
    TE.right(order(on));

const isOne = (made: PlanOrder | ReadonlyArray<PlanOrder>): made is PlanOrder => 'type' in made;

/** The orders that were made, be it one or several. */
export const ordersIn = (made: PlanOrder | ReadonlyArray<PlanOrder>): ReadonlyArray<PlanOrder> =>
  isOne(made) ? [made] : made;
