import type { PlanId } from '@trackrecord/domain';
import type { PlanNavigationOf } from '@trackrecord/pages';
import { canOn } from '../access/may-ask.ts';
import type { Visitor } from '../http/exchange.ts';

/** What a visitor may do with a plan, as far as the navigation of its pages differs by it. */
export const mayWithPlan = (visitor: Visitor, plan: PlanId): PlanNavigationOf['may'] => ({
  audit: canOn(visitor, 'audit', plan),
  manage: canOn(visitor, 'manage', plan),
});
