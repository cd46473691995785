import type { Route } from '../http/route.ts';
import { actionRoutes } from './action/action-routes.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import { changesRoutes } from './changes/changes-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import { importRoutes } from './import/import-routes.ts';
import { indicatorsRoutes } from './indicators/indicators-routes.ts';
import { answerRoutes } from './links/answer-routes.ts';
import { stopRoutes } from './links/stop-routes.ts';
import { owedRoutes } from './owed/owed-routes.ts';
import { partiesRoutes } from './parties/parties-routes.ts';
import { planRoutes } from './plan/plan-routes.ts';
import { ratingHistoryRoutes } from './rating-history/rating-history-routes.ts';
import { remindersRoutes } from './reminders/reminders-routes.ts';
import { reviewRoutes } from './review/review-routes.ts';
import { targetsRoutes } from './targets/targets-routes.ts';

/** The pages, in the order in which a reader comes to them. */
export const pageRoutes: ReadonlyArray<Route> = [
  ...homeRoutes,
  ...planRoutes,
  ...actionRoutes,
  ...auditRoutes,
  ...changesRoutes,
  ...owedRoutes,
  ...remindersRoutes,
  ...calendarRoutes,
  ...ratingHistoryRoutes,
  ...importRoutes,
  ...partiesRoutes,
  ...indicatorsRoutes,
  ...targetsRoutes,
  ...reviewRoutes,
  ...answerRoutes,
  ...stopRoutes,
];
