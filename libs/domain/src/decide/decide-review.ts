import type { Decide } from '@trackrecord/kernel';
import type { OrdersOf, RefusalsOf } from '../command.ts';
import type { ReviewBody } from '../event/domain-event.ts';
import { reviewCommands } from '../review/review-commands.ts';
import type { StreamState } from '../stream-state.ts';
import { decideBy } from './decide-by.ts';

export { reviewCommands };

/** Every command on a review's stream. */
export type ReviewOrder = OrdersOf<typeof reviewCommands>;

export type ReviewRefusal = RefusalsOf<typeof reviewCommands>;

/** Decides any command on a review. */
export const decideReview: Decide<StreamState, ReviewOrder, ReviewRefusal, ReviewBody> = decideBy<
  ReviewOrder,
  ReviewRefusal,
  ReviewBody
>(reviewCommands);
