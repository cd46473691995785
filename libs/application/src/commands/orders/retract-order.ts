import { type PlanId, RetractAssertions } from '@trackrecord/domain';
import type { EventId, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, missing, storage } from '../../failure.ts';
import { streamOf } from '../../streams.ts';
import type { Writable } from '../../trackrecord.ts';
import type { MakeOrders, OnPlan } from '../making-orders.ts';

/** The event of a plan that the history lists under an ordinal. */
const eventAt =
  ({ views }: Writable, plan: PlanId) =>
  (ordinal: Ordinal): E.Either<Failure, EventId> =>
    pipe(
      views.recordsOf(streamOf('plan', plan), ordinal, {}),
      E.mapLeft(storage),
      E.chain((records) =>
        E.fromNullable(
          missing(`Ordinal ${ordinal} is no event of the plan "${plan}".`, 'ordinals'),
        )(records.find((record) => record.ordinal === ordinal)?.eventId),
      ),
    );

/** Takes back what was wrong, by the ordinals of a plan's history: as known from now on it never held. */
export const retractOrder =
  (ordinals: ReadonlyArray<Ordinal>): MakeOrders<OnPlan> =>
  ({ deps, plan }) =>
    pipe(
      ordinals,
      E.traverseArray(eventAt(deps, plan)),
      E.map((events) => RetractAssertions.of({ events: [...new Set(events)] })),
      TE.fromEither,
    );
