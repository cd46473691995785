import { canonicalJson, LocalDate, Ordinal, valueOf } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { ReviewBody } from '../event/domain-event.ts';
import type { AlreadyRegistered } from '../refusals.ts';
import { PlanId } from '../words.ts';
import { review, reviewHeld } from './fields.ts';
import { ReviewHeld } from './review-held.ts';

/** Records that a board reviewed a plan, and up to which ordinal it looked. */
export const HoldReview = defineCommand(
  'HoldReview',
  t.type({ plan: PlanId, on: LocalDate, ordinal: Ordinal }),
);

export type HoldReviewRefusal = AlreadyRegistered;

export const holdReview: DecideOn<typeof HoldReview, HoldReviewRefusal, ReviewBody> =
  ({ cut }) =>
  (asked) => {
    const held = valueOf(cut, review, reviewHeld.name);
    return held === undefined || canonicalJson(held) === canonicalJson(asked)
      ? E.right([ReviewHeld.of(asked)])
      : E.left({ _tag: 'AlreadyRegistered', what: `a review of ${asked.plan} under this id` });
  };
