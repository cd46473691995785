import { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { ReviewBody } from '../event/domain-event.ts';
import { PlanId } from '../words.ts';
import { ReviewHeld } from './review-held.ts';

/** Records that a board reviewed a plan, and up to which ordinal it looked. */
export const HoldReview = defineCommand(
  'HoldReview',
  t.type({ plan: PlanId, on: LocalDate, ordinal: Ordinal }),
);

export type HoldReviewRefusal = never;

export const holdReview: DecideOn<typeof HoldReview, HoldReviewRefusal, ReviewBody> =
  () => (asked) =>
    E.right([ReviewHeld.of(asked)]);
