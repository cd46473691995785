import type { LocalDate, Ordinal, Values } from '@trackrecord/kernel';
import { dataOwedOn, type Owed, planFactsOf, planStructureOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { type IndicatorAnswer, indicatorAnswers } from './indicator-answers.ts';
import { observedIndicators } from './observed-indicators.ts';

/** What a plan lacks of data, and the words of what lacks it by its subject. */
export type DataDebts = Readonly<{
  owed: ReadonlyArray<Owed>;
  titles: ReadonlyMap<string, string>;
}>;

/** "NI 901 Families reached"; by its code alone where it has no title. */
const indicatorTitle = ({ id, code, title }: IndicatorAnswer): string => {
  if (code === null) return title;
  return title === id || title === code ? code : `${code} ${title}`;
};

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
    E.bind('indicators', ({ owed }) => {
      const lacking = new Set(owed.map(({ about }) => about));
      const indicators = structure.indicators.filter(({ indicator }) =>
        lacking.has(`indicator:${indicator}`),
      );
      return indicatorAnswers(deps, { indicators }, point.knownAt);
    }),
    E.map(({ owed, indicators }) => ({
      owed,
      titles: new Map([
        ...structure.targets.map(({ ref, words }) => [`target:${ref}`, words] as const),
        ...structure.dataNeeds.map(({ ref, words }) => [`dataNeed:${ref}`, words] as const),
        ...indicators.map((one) => [`indicator:${one.id}`, indicatorTitle(one)] as const),
      ]),
    })),
  );
};
