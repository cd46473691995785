import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openActionOfOpenPlan } from '../guards.ts';
import type { ActionNotOpen, NotFound, PlanIsClosed } from '../refusals.ts';
import { Ref } from '../words.ts';
import { RatingRemoved } from './rating-removed.ts';

/** Takes an action’s rating away. */
export const RemoveRating = defineCommand('RemoveRating', t.type({ action: Ref }));

export type RemoveRatingRefusal = PlanIsClosed | NotFound | ActionNotOpen;

export const removeRating: DecideOn<typeof RemoveRating, RemoveRatingRefusal, PlanBody> =
  (state) =>
  ({ action }) =>
    pipe(
      openActionOfOpenPlan(state, action),
      E.map(() => [RatingRemoved.of({ action })]),
    );
