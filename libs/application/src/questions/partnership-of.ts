import { plan as planItself, planPartnership } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { partnershipNameAt } from './partnership-name-at.ts';
import { cutFor } from './plan-answer.ts';
import type { Resolved } from './resolve-question.ts';

/**
 * The partnership whose plan it is, by the name that it goes by now; by its id where it is not registered, `null` where
 * the plan belongs to none.
 */
export const partnershipOf =
  (deps: Readable) =>
  (question: Resolved): E.Either<Failure, string | null> =>
    pipe(
      cutFor(deps, question, ['exists', 'partnership']),
      E.map((cut) => planPartnership.of(cut, planItself)),
      E.chain(
        O.match(
          (): E.Either<Failure, string | null> => E.right(null),
          (id) =>
            pipe(
              partnershipNameAt(deps, question.point.knownAt)(streamOf('partnership', id)),
              E.bimap(
                storage,
                O.getOrElse((): string => id),
              ),
            ),
        ),
      ),
    );
