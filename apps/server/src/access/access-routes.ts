import type { Route } from '../http/route.ts';
import { templateRoutes } from '../papers/template-routes.ts';
import { webhookRoutes } from '../webhooks/pages/webhook-routes.ts';
import { accountRoutes } from './pages/account-routes.ts';
import { firstAdministratorRoutes } from './pages/first-administrator-routes.ts';
import { newAccountRoutes } from './pages/new-account-routes.ts';
import { ownCalendarRoutes } from './pages/own-calendar-routes.ts';
import { ownAccountRoutes } from './pages/own-account-routes.ts';
import { signInRoutes } from './pages/sign-in-routes.ts';
import { tokenRoutes } from './pages/token-routes.ts';

/** Signing in and out, one's own account, and the administration of everybody's. A fixed path before one that is not. */
export const accessRoutes: ReadonlyArray<Route> = [
  ...signInRoutes,
  ...firstAdministratorRoutes,
  ...ownAccountRoutes,
  ...ownCalendarRoutes,
  ...newAccountRoutes,
  ...accountRoutes,
  ...tokenRoutes,
  ...templateRoutes,
  ...webhookRoutes,
];
