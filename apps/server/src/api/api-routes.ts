import type { Route } from '../http/route.ts';
import { descriptionRoutes } from './description/describe.ts';
import { routesOf } from './endpoint.ts';
import { endpoints } from './endpoints.ts';

/** Every route of the API, and the pages that describe it. */
export const apiRoutes: ReadonlyArray<Route> = [
  ...endpoints.flatMap(routesOf),
  ...descriptionRoutes(endpoints),
];
