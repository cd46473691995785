import type { Route } from '../../http/route.ts';
import { showChanges } from './show-changes.ts';

export const changesRoutes: ReadonlyArray<Route> = [showChanges];
