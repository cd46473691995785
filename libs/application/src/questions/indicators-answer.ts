import type { Baseline, Comparator, Observation } from '@trackrecord/domain';
import {
  comparatorsOf,
  type IndicatorDefinition,
  indicatorDefinitionOf,
  observationsOf,
  planStructureOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime } from './load-directory.ts';
import { cutFor } from './plan-answer.ts';
import type { Resolved } from './resolve-question.ts';

/** An indicator of a plan with the values that hold, without their history. */
export type IndicatorListed = Readonly<{
  id: string;
  definition: IndicatorDefinition;
  /** What it measures in the plan, by their subjects. */
  under: ReadonlyArray<string>;
  baseline: Baseline | null;
  /** In the order of their periods. */
  observed: ReadonlyArray<Observation>;
  comparators: ReadonlyArray<Comparator>;
}>;

/** What of a plan says which indicators it uses. */
const fields = ['exists', 'link', 'baseline'];

/** What an indicator's own stream says: what it is by all that is known, its values by the date of the question. */
const ownWords = (
  { views }: Readable,
  id: string,
  { asOf, knownAt }: Resolved['point'],
): E.Either<Failure, Pick<IndicatorListed, 'definition' | 'observed' | 'comparators'>> => {
  const stream = streamOf('indicator', id);
  return pipe(
    E.Do,
    E.bind('ever', () => views.cutOf(stream, { asOf: endOfTime, knownAt })),
    E.bind('then', () => views.cutOf(stream, { asOf, knownAt })),
    E.bimap(storage, ({ ever, then }) => ({
      definition: indicatorDefinitionOf(ever),
      observed: observationsOf(then).map(({ observed }) => observed),
      comparators: comparatorsOf(then),
    })),
  );
};

/** The indicators that a plan uses, each with the values that hold on the question's clocks. */
export const indicatorsAnswer =
  (deps: Readable) =>
  (question: Resolved): E.Either<Failure, ReadonlyArray<IndicatorListed>> =>
    pipe(
      cutFor(deps, question, fields),
      E.map(planStructureOf),
      E.chain(({ indicators }) =>
        pipe(
          indicators,
          E.traverseArray(({ indicator: id, under, baseline }) =>
            pipe(
              ownWords(deps, id, question.point),
              E.map((own) => ({ id, under, baseline, ...own })),
            ),
          ),
        ),
      ),
    );
