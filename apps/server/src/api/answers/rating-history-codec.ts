import type { RatingHistoryAnswer } from '@trackrecord/application';
import { ActionStatus, RatingOrNot } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { nullable } from './nullable.ts';
import { asked } from './plan-codec.ts';

/** How the ratings of a plan's actions changed. */
export const RatingHistoryCodec: t.Type<RatingHistoryAnswer, unknown, unknown> = t.type(
  {
    plan: t.string,
    title: t.string,
    asOf: asked.asOf,
    knownAt: asked.knownAt,
    ordinal: asked.ordinal,
    from: LocalDate,
    scale: t.readonlyArray(t.string),
    actions: t.readonlyArray(
      t.type({
        ref: t.string,
        title: t.string,
        priority: nullable(t.string),
        status: ActionStatus,
        stretches: t.readonlyArray(
          t.type({ rating: RatingOrNot, from: LocalDate, to: nullable(LocalDate) }),
        ),
      }),
    ),
    every: t.union([t.literal('month'), t.literal('quarter'), t.literal('year')]),
    counts: t.readonlyArray(
      t.type({ on: LocalDate, actions: t.number, byRating: t.record(t.string, t.number) }),
    ),
  },
  'RatingHistory',
);
