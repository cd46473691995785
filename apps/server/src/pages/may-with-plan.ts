import type { PlanNavigationOf } from '@trackrecord/pages';
import { canOn } from '../access/may-ask.ts';
import type { Exchange } from '../http/exchange.ts';
import type { AskedPlan } from './asked-plan.ts';

/** What a visitor may do with a plan, as far as its pages differ by it. */
export const mayWithPlan = (
  { visitor }: Pick<Exchange, 'visitor'>,
  { plan }: Pick<AskedPlan, 'plan'>,
): PlanNavigationOf['may'] => ({
  audit: canOn(visitor, 'audit', plan),
  manage: canOn(visitor, 'manage', plan),
});
