import { indicator, indicatorCode, indicatorTitle } from '@trackrecord/domain';
import type { Ordinal, Values } from '@trackrecord/kernel';
import type { PlanStructure } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime } from './load-directory.ts';

/** An indicator that a plan uses, with what the plan says of it. */
export type IndicatorAnswer = Readonly<{
  id: string;
  code: string | null;
  title: string;
  under: ReadonlyArray<string>;
  baseline: string | null;
}>;

/** The indicators that a plan uses: their definitions stand in streams of their own. */
export const indicatorAnswers = (
  deps: Readable,
  { indicators }: Pick<PlanStructure, 'indicators'>,
  knownAt: Ordinal,
): E.Either<Failure, ReadonlyArray<IndicatorAnswer>> =>
  pipe(
    indicators,
    E.traverseArray(({ indicator: id, under, baseline }) =>
      pipe(
        deps.views.cutOf(streamOf('indicator', id), { asOf: endOfTime, knownAt }),
        E.mapLeft(storage),
        E.map((cut: Values) => ({
          id,
          code: O.toNullable(indicatorCode.of(cut, indicator)),
          title: O.getOrElse((): string => id)(indicatorTitle.of(cut, indicator)),
          under,
          baseline: baseline?.asWritten ?? null,
        })),
      ),
    ),
  );
