import { endOfTime, type Failure, type Point, storage, streamOf } from '@trackrecord/application';
import { IndicatorId, lookupActionByRef, PartyId, PlanId, subjectOf } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Thing } from './precondition.ts';

/** The subject of the action that a ref means in a plan at a point; what is not there stands for itself. */
export const actionSubject = (
  { views }: Pick<Desk, 'views'>,
  plan: PlanId,
  ref: string,
  point: Point,
): E.Either<Failure, string> =>
  pipe(
    views.cutOf(streamOf('plan', plan), point, undefined, ['exists', 'ref', 'status']),
    E.bimap(storage, (cut) =>
      subjectOf(
        'action',
        pipe(
          lookupActionByRef(cut)(ref),
          O.getOrElse(() => ref),
        ),
      ),
    ),
  );

/** What of a plan a path names: an action, what it says of an indicator, or the plan itself. What is not there is for the change to say. */
export const planThing = (
  desk: Desk,
  { params: { plan, ref, indicator } }: Exchange,
): TE.TaskEither<Failure, Thing | undefined> => {
  if (!PlanId.is(plan)) return TE.right(undefined);
  const stream = streamOf('plan', plan);
  if (IndicatorId.is(indicator))
    return TE.right({ stream, subject: subjectOf('indicator', indicator) });
  if (ref === undefined) return TE.right({ stream });
  return pipe(
    desk.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK((knownAt) => actionSubject(desk, plan, ref, { asOf: endOfTime, knownAt })),
    TE.map((subject) => ({ stream, subject })),
  );
};

/** The party that a path names. */
export const partyThing = (
  _desk: Desk,
  { params: { party } }: Exchange,
): TE.TaskEither<Failure, Thing | undefined> =>
  TE.right(PartyId.is(party) ? { stream: streamOf('party', party) } : undefined);

/** The indicator that a path names, by what is recorded of it. */
export const indicatorThing = (
  _desk: Desk,
  { params: { indicator } }: Exchange,
): TE.TaskEither<Failure, Thing | undefined> =>
  TE.right(IndicatorId.is(indicator) ? { stream: streamOf('indicator', indicator) } : undefined);
