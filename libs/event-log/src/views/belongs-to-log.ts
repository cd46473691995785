import type { EventLog, StorageError } from '@trackrecord/application/ports';
import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { LastTaken } from './checkpoint.ts';

/**
 * Whether the log still holds the last event that the views have taken in, where it stood then. It does not
 * where the log was restored from a backup, or is another one.
 */
export const belongsToLog = (
  log: EventLog<DomainEvent>,
  last: LastTaken | undefined,
): TE.TaskEither<StorageError, boolean> => {
  if (last === undefined) return TE.right(true);
  return pipe(
    log.readAll(last.before, 1),
    TE.map(([found]) => found?.event.id === last.event && found.position === last.position),
    // A position that the log does not know is no failure of a log that can be read from its start.
    TE.orElse((error) =>
      pipe(
        log.readAll(undefined, 1),
        TE.chainEitherK(() => (error._tag === 'Unavailable' ? E.right(false) : E.left(error))),
      ),
    ),
  );
};
