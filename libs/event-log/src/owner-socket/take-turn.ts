import type { StorageError } from '@trackrecord/application/ports';
import type * as E from 'fp-ts/lib/Either.js';
import { acquireLock, type WriterLock } from '../sqlite/writer-lock.ts';

/**
 * The turn to change a log through the process that writes it. Without such a process the write lock itself keeps one
 * command apart from the next, from its first question to its last append.
 */
export const takeTurn = (file: string): E.Either<StorageError, WriterLock> =>
  acquireLock(
    {
      file,
      lock: 'turn',
      holder: 'turn-of',
      heldBy: (who) =>
        `${who} is changing ${file} through the server that writes it: commands take turns; try again when it has ended`,
    },
    0,
  );
