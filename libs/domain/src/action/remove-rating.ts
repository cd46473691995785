import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openAction } from '../guards.ts';
import type { ActionNotOpen, NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { RatingRemoved } from './rating-removed.ts';

/** Takes an action’s rating away. */
export const RemoveRating = defineCommand('RemoveRating', t.type({ action: Ref }));

export type RemoveRatingRefusal = NotFound | ActionNotOpen;

export const removeRating: DecideOn<typeof RemoveRating, RemoveRatingRefusal, PlanBody> =
  (state) =>
  ({ action }) =>
    pipe(
      openAction(state, action),
      E.map(() => [RatingRemoved.of({ action })]),
    );
