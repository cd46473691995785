import type { PlanId } from '@trackrecord/domain';
import type { Ordinal } from '@trackrecord/kernel';
import { type HistoryAnswer, historyRowOf, leftOutOfTrails } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { linesInWords, loadTrailNames } from './trail-of-plan.ts';
import { mostLines } from './trail-paging.ts';

/**
 * What was recorded in a plan's trail after one ordinal and up to another, for whatever date: said, said again or
 * taken back; in the order of recording. Named as known at the latter. Of very much, the first `mostLines`.
 */
export const linesBetween =
  (deps: Pick<Readable, 'views'>) =>
  (
    plan: PlanId,
    { after, upTo }: Readonly<{ after: Ordinal; upTo: Ordinal }>,
  ): E.Either<Failure, ReadonlyArray<HistoryAnswer>> =>
    pipe(
      E.Do,
      E.bind('found', () =>
        E.mapLeft(storage)(
          deps.views.trailOf(
            streamOf('plan', plan),
            upTo,
            { recordedAfter: after, withConfirmed: true, leftOut: leftOutOfTrails },
            { newestFirst: false, limit: mostLines },
          ),
        ),
      ),
      E.bind('names', () => loadTrailNames(deps)(plan, upTo)),
      E.chain(({ found, names }) => linesInWords(deps, names, found.records.map(historyRowOf))),
    );
