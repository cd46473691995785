import { type HistoryAnswer, historyRows } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import type { Resolved } from './resolve-question.ts';
import { knownField, linesInWords, loadTrailNames, subjectFor } from './trail-of-plan.ts';

export type { HistoryAnswer, RetractionAnswer } from '@trackrecord/read-models';

export type HistoryFilter = Readonly<{
  ref?: string | undefined;
  field?: string | undefined;
  /** Also what documents merely said again. */
  withConfirmed: boolean;
}>;

/** The history of a plan, of one action, or of one field: who said what, when, on whose word, why, from where. */
export const historyAnswer =
  (deps: Readable) =>
  (
    { plan, point }: Resolved,
    { ref, field, withConfirmed }: HistoryFilter,
  ): E.Either<Failure, ReadonlyArray<HistoryAnswer>> =>
    pipe(
      E.Do,
      E.chainFirst(() => knownField(deps)(plan, point.knownAt, field)),
      E.bind('names', () => loadTrailNames(deps)(plan, point.knownAt)),
      E.bind('subject', ({ names }) => subjectFor(names, ref)),
      E.bind('records', ({ subject }) =>
        pipe(
          deps.views.recordsOf(streamOf('plan', plan), point.knownAt, { subject, field }),
          E.mapLeft(storage),
        ),
      ),
      E.chain(({ records, names }) =>
        linesInWords(
          deps,
          names,
          historyRows(
            records.filter(({ effectiveOn }) => effectiveOn <= point.asOf),
            withConfirmed,
          ),
        ),
      ),
    );
