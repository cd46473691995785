import type { Route } from '../http/route.ts';

/** Signing in and out, one's own account, and the administration of everybody's. */
export const accessRoutes: ReadonlyArray<Route> = [];
