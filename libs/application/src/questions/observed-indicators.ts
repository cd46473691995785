import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  type ObservedIndicator,
  observationsOf,
  type PlanStructure,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

/** The periods for which a plan's indicators have values, on both clocks; of one without any, its baseline's. */
export const observedIndicators = (
  { views }: Pick<Readable, 'views'>,
  { indicators }: Pick<PlanStructure, 'indicators'>,
  point: Readonly<{ asOf: LocalDate; knownAt: Ordinal }>,
): E.Either<Failure, ReadonlyArray<ObservedIndicator>> =>
  pipe(
    indicators,
    E.traverseArray(({ indicator, baseline }) =>
      pipe(
        views.cutOf(streamOf('indicator', indicator), point),
        E.bimap(storage, (cut) => ({
          indicator,
          periods: [
            ...observationsOf(cut).map(({ observed }) => observed.period),
            ...(baseline?.period === undefined ? [] : [baseline.period]),
          ],
        })),
      ),
    ),
  );
