import type { Route } from '../../http/route.ts';
import { showAudit } from './show-audit.ts';
import { showAuditOfPlan } from './show-audit-of-plan.ts';

export const auditRoutes: ReadonlyArray<Route> = [showAudit, showAuditOfPlan];
