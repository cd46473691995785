import type { Route } from '../../http/route.ts';
import { sendHoldReview, showHoldReview } from './hold-review.ts';
import { sendGrid } from './send-grid.ts';
import { showGrid } from './show-grid.ts';
import { showRecorded } from './show-recorded.ts';
import { showReviews } from './show-reviews.ts';

/** A board's review of a plan: filled in, recorded, held, and looked back at. */
export const reviewRoutes: ReadonlyArray<Route> = [
  showGrid,
  sendGrid,
  showRecorded,
  showHoldReview,
  sendHoldReview,
  showReviews,
];
