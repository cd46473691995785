import type { LocalDate, Ordinal, Values } from '@trackrecord/kernel';
import { dataOwedOn, type Owed, planFactsOf, planStructureOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { observedIndicators } from './observed-indicators.ts';
import { subjectTitles } from './subject-titles.ts';

/** What a plan lacks of data, and the words of what lacks it by its subject. */
export type DataDebts = Readonly<{
  owed: ReadonlyArray<Owed>;
  titles: ReadonlyMap<string, string>;
}>;

/**
 * The data that a plan owes, from a cut through its stream: the values of its indicators stand in streams of their own,
 * which are cut at the same point of both clocks.
 */
export const dataDebts = (
  deps: Readable,
  cut: Values,
  point: Readonly<{ asOf: LocalDate; knownAt: Ordinal }>,
): E.Either<Failure, DataDebts> => {
  const structure = planStructureOf(cut);
  return pipe(
    observedIndicators(deps, structure, point),
    E.map((observed) => dataOwedOn(planFactsOf(cut), structure, observed, point.asOf)),
    E.bindTo('owed'),
    E.bind('titles', ({ owed }) =>
      subjectTitles(
        deps,
        cut,
        point.knownAt,
        owed.map(({ about }) => about),
      ),
    ),
  );
};
