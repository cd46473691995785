import type { Decide } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { actionCommands } from '../action/action-commands.ts';
import type { OrdersOf, RefusalsOf } from '../command.ts';
import { documentCommands } from '../document/document-commands.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import { planIndicatorCommands } from '../indicator/plan-indicator-commands.ts';
import { plan } from '../plan/fields.ts';
import { planItselfCommands } from '../plan/plan-itself-commands.ts';
import type { NoPlan } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { structureCommands } from '../structure/structure-commands.ts';
import { targetCommands } from '../target/target-commands.ts';
import { decideBy } from './decide-by.ts';

/** Every command on a plan's stream. */
export const planCommands = {
  ...planItselfCommands,
  ...structureCommands,
  ...targetCommands,
  ...actionCommands,
  ...planIndicatorCommands,
  ...documentCommands,
};

export type PlanOrder = OrdersOf<typeof planCommands>;

export type PlanRefusal = NoPlan | RefusalsOf<typeof planCommands>;

const decideOnPlan = decideBy<PlanOrder, PlanRefusal, PlanBody>(planCommands);

/** Decides any command on a plan; all but its registration need the plan to be there. */
export const decidePlan: Decide<StreamState, PlanOrder, PlanRefusal, PlanBody> =
  (state) => (order) =>
    order.type === 'RegisterPlan' || isThere(state.cut, plan)
      ? decideOnPlan(state)(order)
      : E.left({ _tag: 'NoPlan' });
