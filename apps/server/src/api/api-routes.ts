import type { Route } from '../http/route.ts';

/** Every route of the API. */
export const apiRoutes: ReadonlyArray<Route> = [];
