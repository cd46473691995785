import type { Route } from '../../http/route.ts';
import { showRatingHistory } from './show-rating-history.ts';

export const ratingHistoryRoutes: ReadonlyArray<Route> = [showRatingHistory];
