import type { Ordinal, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';

/**
 * The ordinal of the last event that said anything of a subject (`action:27`), or of anything in a stream, or took
 * such a thing back, as known now or at an ordinal; 0 where there is none. What somebody looked at is unchanged for
 * as long as this is.
 */
export const lastChangeOf =
  ({ views }: Pick<Readable, 'views'>) =>
  (stream: StreamName, subject?: string, knownAt?: Ordinal): E.Either<Failure, Ordinal> =>
    pipe(
      knownAt === undefined ? views.head() : E.right(knownAt),
      E.chain((head) => views.lastOrdinalOf(stream, head, subject)),
      E.mapLeft(storage),
    );
