import { endOfTime, type Failure, storage, streamOf } from '@trackrecord/application';
import { IndicatorId, lookupActionByRef, PartyId, PlanId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Thing } from './precondition.ts';

/** What of a plan a path names: an action, or the plan itself. What is not there is for the change to say. */
export const planThing = (
  { views }: Desk,
  { params: { plan, ref } }: Exchange,
): TE.TaskEither<Failure, Thing | undefined> => {
  if (!PlanId.is(plan)) return TE.right(undefined);
  const stream = streamOf('plan', plan);
  if (ref === undefined) return TE.right({ stream });
  return pipe(
    views.catchUp(),
    TE.chainEitherK((knownAt) =>
      views.cutOf(stream, { asOf: endOfTime, knownAt }, undefined, ['exists', 'ref', 'status']),
    ),
    TE.bimap(storage, (cut) => ({
      stream,
      subject: pipe(
        lookupActionByRef(cut)(ref),
        O.match(
          () => `action:${ref}`,
          (id) => `action:${id}`,
        ),
      ),
    })),
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
