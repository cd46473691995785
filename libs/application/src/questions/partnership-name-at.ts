import { partnership, partnershipName } from '@trackrecord/domain';
import type { Ordinal, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as O from 'fp-ts/lib/Option.js';
import type { StorageError } from '../ports/event-log.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime } from './load-directory.ts';

/** The name that a partnership goes by now, as known then; none where it is not registered. */
export const partnershipNameAt =
  ({ views }: Pick<Readable, 'views'>, knownAt: Ordinal) =>
  (stream: StreamName): E.Either<StorageError, O.Option<string>> =>
    pipe(
      views.cutOf(stream, { asOf: endOfTime, knownAt }),
      E.map((cut) => partnershipName.of(cut, partnership)),
    );
