import type { Route } from '../../http/route.ts';
import { showOwed } from './show-owed.ts';
import { showOwedOnPlan } from './show-owed-on-plan.ts';

export const owedRoutes: ReadonlyArray<Route> = [showOwed, showOwedOnPlan];
