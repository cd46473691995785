import type { Decide } from '@trackrecord/kernel';
import { holdReview, type HoldReview, type HoldReviewRefusal } from '../review/hold-review.ts';
import type { OrderOf } from '../command.ts';
import type { ReviewBody } from '../event/domain-event.ts';
import type { StreamState } from '../stream-state.ts';

/** Every command on a review's stream. */
export type ReviewOrder = OrderOf<typeof HoldReview>;

export type ReviewRefusal = HoldReviewRefusal;

/** Decides any command on a review. */
export const decideReview: Decide<StreamState, ReviewOrder, ReviewRefusal, ReviewBody> =
  (state) => (order) => {
    switch (order.type) {
      case 'HoldReview':
        return holdReview(state)(order.data);
    }
  };
