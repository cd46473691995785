import type { PlanOrder } from '@trackrecord/domain';
import { actionRoutes } from './action-routes.ts';
import type { CommandRoutes } from './command-route.ts';
import { documentRoutes } from './document-routes.ts';
import { planIndicatorRoutes } from './plan-indicator-routes.ts';
import { planItselfRoutes } from './plan-itself-routes.ts';
import { structureRoutes } from './structure-routes.ts';
import { targetRoutes } from './target-routes.ts';
import { updateRoutes } from './update-routes.ts';

/** How every command on a plan is asked for: one without a route does not compile. */
export const planRoutes: CommandRoutes<PlanOrder> = {
  ...planItselfRoutes,
  ...structureRoutes,
  ...targetRoutes,
  ...actionRoutes,
  ...updateRoutes,
  ...planIndicatorRoutes,
  ...documentRoutes,
};
