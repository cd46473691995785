import { plan as planItself, planExists, type PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

const earlier = (a: LocalDate | null, b: LocalDate): LocalDate => (a === null || b < a ? b : a);

/**
 * The first date on which a plan is there, as known at an ordinal; `null` where it was not known by then, or
 * all that said so was taken back. Reads one register, however long the plan's history.
 */
export const firstDateOf =
  (deps: Pick<Readable, 'views'>) =>
  (plan: PlanId, knownAt: Ordinal): E.Either<Failure, LocalDate | null> =>
    pipe(
      deps.views.recordsOf(streamOf('plan', plan), knownAt, {
        subject: planItself,
        field: planExists.name,
      }),
      E.bimap(storage, (records) =>
        records
          .filter(({ value, retracted }) => value === true && retracted === undefined)
          .map(({ effectiveOn }) => effectiveOn)
          .reduce(earlier, null),
      ),
    );
