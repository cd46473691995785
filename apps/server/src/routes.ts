import { accessRoutes } from './access/access-routes.ts';
import { apiRoutes } from './api/api-routes.ts';
import { calendarFeedRoutes } from './calendar/calendar-feed-routes.ts';
import type { Route } from './http/route.ts';
import { operationRoutes } from './operation/operation-routes.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { assetRoutes } from './pages/asset-routes.ts';

/** Everything that the server answers to. */
export const routes: ReadonlyArray<Route> = [
  ...operationRoutes,
  ...assetRoutes,
  ...calendarFeedRoutes,
  ...accessRoutes,
  ...pageRoutes,
  ...apiRoutes,
];
