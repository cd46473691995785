import { RetractAssertions, retractAssertions } from '../document/retract-assertions.ts';
import { HoldReview, holdReview } from './hold-review.ts';

/** Every command on a review: what each asks, and how it is decided. */
export const reviewCommands = {
  HoldReview: { asks: HoldReview, decide: holdReview },
  RetractAssertions: { asks: RetractAssertions, decide: retractAssertions },
};
