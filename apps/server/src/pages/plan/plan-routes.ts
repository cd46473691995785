import type { Route } from '../../http/route.ts';
import { exportActions } from './export-actions.ts';
import { savePaper } from './save-paper.ts';
import { showPlan } from './show-plan.ts';
import { showPlanText } from './show-plan-text.ts';

export const planRoutes: ReadonlyArray<Route> = [showPlan, showPlanText, exportActions, savePaper];
