import type { Route } from '../http/route.ts';
import { endpoints } from './endpoints.ts';
import { routesOf } from './endpoint.ts';

/** Every route of the API. */
export const apiRoutes: ReadonlyArray<Route> = endpoints.flatMap(routesOf);
