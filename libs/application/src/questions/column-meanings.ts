import {
  type ColumnChoice,
  columnMeaning,
  plan as planItself,
  type PlanId,
} from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime } from './load-directory.ts';

/**
 * What was said that the columns of a plan's documents mean, whatever date it was said for: a document of an older
 * date has the same heads. Nothing for a plan that is not there.
 */
export const columnMeanings =
  ({ views }: Pick<Readable, 'views'>) =>
  (plan: PlanId): E.Either<Failure, ReadonlyArray<ColumnChoice>> =>
    pipe(
      views.head(),
      E.chain((knownAt) =>
        views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt }, planItself, [
          columnMeaning.name,
        ]),
      ),
      E.bimap(storage, (cut) => columnMeaning.membersOf(cut, planItself).map(({ value }) => value)),
    );
