import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openActionOfOpenPlan } from '../guards.ts';
import { notRated } from '../rating.ts';
import type { ActionNotOpen, NotFound, PlanIsClosed } from '../refusals.ts';
import { Ref } from '../words.ts';
import { actionRating, type RatingOrNot } from './fields.ts';
import { NoChangeConfirmed } from './no-change-confirmed.ts';
import { openRequests } from './open-requests.ts';

/** Says that nothing has changed: the rating holds, and what was asked is answered. */
export const ConfirmNoChange = defineCommand('ConfirmNoChange', t.type({ action: Ref }));

export type ConfirmNoChangeRefusal = PlanIsClosed | NotFound | ActionNotOpen;

export const confirmNoChange: DecideOn<typeof ConfirmNoChange, ConfirmNoChangeRefusal, PlanBody> =
  (state) =>
  ({ action }) =>
    pipe(
      openActionOfOpenPlan(state, action),
      E.map((subject) => [
        NoChangeConfirmed.of({
          action,
          rating: O.getOrElse((): RatingOrNot => notRated)(actionRating.of(state.cut, subject)),
          requests: openRequests(state.cut, subject),
        }),
      ]),
    );
