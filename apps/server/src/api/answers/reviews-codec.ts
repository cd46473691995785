import type { ReviewAnswer, ReviewsAnswer } from '@trackrecord/application';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { nullable } from './nullable.ts';

const ReviewCodec: t.Type<ReviewAnswer, unknown, unknown> = t.type(
  {
    on: LocalDate,
    lookedAt: Ordinal,
    question: t.type({ asOf: LocalDate, knownAt: Ordinal }),
    recordedAt: Instant,
    ordinal: Ordinal,
    by: t.string,
    byParty: t.string,
    onWordOf: nullable(t.string),
    why: nullable(t.string),
  },
  'Review',
);

/** The reviews held of a plan. */
export const ReviewsCodec: t.Type<ReviewsAnswer, unknown, unknown> = t.type(
  {
    plan: t.string,
    asOf: LocalDate,
    ordinal: Ordinal,
    reviews: t.readonlyArray(ReviewCodec),
  },
  'Reviews',
);
