import { PlanId } from '@trackrecord/domain';
import { planFactsOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime } from './load-directory.ts';

/** A plan in a list of plans, as known now. */
export type PlanListed = Readonly<{
  id: string;
  title: string;
  period: string | null;
  status: string;
  actions: number;
  documents: number;
}>;

/** The plans that the log holds. A plan whose import was undone is registered no longer. */
export const plansAnswer = (deps: Readable): E.Either<Failure, ReadonlyArray<PlanListed>> =>
  pipe(
    E.Do,
    E.bind('knownAt', () => deps.views.head()),
    E.bind('streams', () => deps.views.listStreams('plan')),
    E.chain(({ knownAt, streams }) =>
      pipe(
        streams,
        E.traverseArray((stream) =>
          pipe(
            deps.views.cutOf(stream, { asOf: endOfTime, knownAt }),
            E.map((cut) => ({ id: idIn(stream), cut, facts: planFactsOf(cut) })),
          ),
        ),
      ),
    ),
    E.mapLeft(storage),
    E.map((plans) =>
      plans
        .filter(({ id, cut }) => PlanId.is(id) && cut.get('plan')?.has('exists') === true)
        .map(({ id, facts }) => ({
          id,
          title: facts.title,
          period: facts.period?.asWritten ?? null,
          status: facts.status,
          actions: facts.actions.filter(({ status }) => status !== 'withdrawn').length,
          documents: facts.documents.length,
        })),
    ),
  );
