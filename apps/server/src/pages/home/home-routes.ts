import type { Route } from '../../http/route.ts';
import { showHome } from './show-home.ts';

export const homeRoutes: ReadonlyArray<Route> = [showHome];
