import type { Values } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { plan, ratingScale } from '../plan/fields.ts';
import { defaultScale, type Rating } from '../rating.ts';
import type { RatingNotOnScale } from '../refusals.ts';

/** The ratings that a plan uses: its own scale, else Red, Amber, Green. */
export const scaleOf = (cut: Values): ReadonlyArray<Rating> =>
  O.getOrElse(() => defaultScale)(ratingScale.of(cut, plan));

/** A rating that is on the plan's scale. */
export const onScale = (cut: Values, rating: Rating): E.Either<RatingNotOnScale, Rating> =>
  scaleOf(cut).includes(rating)
    ? E.right(rating)
    : E.left({ _tag: 'RatingNotOnScale', rating, scale: scaleOf(cut) });
