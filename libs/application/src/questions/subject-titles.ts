import type { Ordinal, Values } from '@trackrecord/kernel';
import { planFactsOf, planStructureOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { type IndicatorAnswer, indicatorAnswers } from './indicator-answers.ts';

/** "NI 901 Families reached"; by its code alone where it has no title. */
const indicatorTitle = ({ id, code, title }: IndicatorAnswer): string => {
  if (code === null) return title;
  return title === id || title === code ? code : `${code} ${title}`;
};

/**
 * The words of what is spoken of in a plan, by subject: of its actions, targets, data needs and of those indicators that
 * are spoken of. What is not in the plan has none.
 * @param cut through the plan's stream
 * @param spokenOf subjects: `action:27`, `indicator:ni-112`
 */
export const subjectTitles = (
  deps: Readable,
  cut: Values,
  knownAt: Ordinal,
  spokenOf: ReadonlyArray<string>,
): E.Either<Failure, ReadonlyMap<string, string>> => {
  const facts = planFactsOf(cut);
  const structure = planStructureOf(cut);
  const wanted = new Set(spokenOf);
  return pipe(
    indicatorAnswers(
      deps,
      {
        indicators: structure.indicators.filter(({ indicator }) =>
          wanted.has(`indicator:${indicator}`),
        ),
      },
      knownAt,
    ),
    E.map(
      (indicators) =>
        new Map([
          ['plan', facts.title] as const,
          ...facts.actions.map(({ id, title }) => [`action:${id}`, title] as const),
          ...structure.targets.map(({ ref, words }) => [`target:${ref}`, words] as const),
          ...structure.dataNeeds.map(({ ref, words }) => [`dataNeed:${ref}`, words] as const),
          ...indicators.map((one) => [`indicator:${one.id}`, indicatorTitle(one)] as const),
        ]),
    ),
  );
};
