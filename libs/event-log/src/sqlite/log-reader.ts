import type { DatabaseSync } from 'node:sqlite';
import type { StorageError, StreamSlice } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { StoredEvent } from '../stored-event.ts';
import { allReader } from './all-reader.ts';
import { openLogFile } from './open-log-file.ts';
import { unavailable } from './sqlite-failure.ts';
import { streamReader } from './stream-reader.ts';
import { onSnapshot } from './transaction.ts';

export type StoredEvents = E.Either<StorageError, ReadonlyArray<StoredEvent>>;

/** The reading half of a log. Serves only events that are what was written, and no run of them with one missing. */
export type LogReader = Readonly<{
  /** Up to `limit` events after `position`. */
  after: (position: number, limit: number) => StoredEvents;
  stream: (stream: StreamName, slice: StreamSlice) => StoredEvents;
  close: () => void;
}>;

const makeReader = (db: DatabaseSync, file: string): LogReader => {
  const after = allReader(db, file);
  const stream = streamReader(db, file);

  /** Each answer from one snapshot; damage that SQLite meets is an answer too. */
  const answered = (ask: () => StoredEvents): StoredEvents =>
    pipe(
      E.tryCatch(() => onSnapshot(db, ask), unavailable('read', file)),
      E.flatten,
    );

  return {
    after: (position, limit) => answered(() => after(position, limit)),
    stream: (name, slice) => answered(() => stream(name, slice)),
    close: () => {
      db.close();
    },
  };
};

/** A connection of its own to a log file, to read by. */
export const openReader = (file: string): E.Either<StorageError, LogReader> =>
  pipe(
    openLogFile(file, 'read'),
    E.flatMap((db) =>
      pipe(
        E.tryCatch(() => makeReader(db, file), unavailable('read', file)),
        E.mapLeft((error) => {
          db.close();
          return error;
        }),
      ),
    ),
  );
