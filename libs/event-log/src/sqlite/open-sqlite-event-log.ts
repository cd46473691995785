import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventCodec } from '../event-codec.ts';
import { makeWakeUp } from '../wake-up.ts';
import { inlineWriter } from './inline-writer.ts';
import { openReader } from './log-reader.ts';
import { polling } from './polling.ts';
import { readOnlyWriter } from './read-only-writer.ts';
import { sqliteEventLog } from './sqlite-event-log.ts';
import { unavailable } from './sqlite-failure.ts';
import { threadWriter } from './thread-writer.ts';
import { acquireWriterLock } from './writer-lock.ts';
import { type Writer, heldBy } from './writer.ts';

export type SqliteEventLogOptions<A extends Identified> = Readonly<{
  /** `log.db`; beside it SQLite keeps `-wal` and `-shm`, and the writing process `.lock` and `.writer`. */
  file: string;
  codec: EventCodec<A>;
  /** One process at a time may `write`; any number may `read` meanwhile. */
  mode: 'write' | 'read';
  /**
   * Where appends are written: `thread` keeps the calling thread free while the disk is busy (a server's choice),
   * `inline` has nothing to start (a short command's). docs/decisions/0010 has the figures.
   */
  writer?: 'thread' | 'inline';
  /** In mode `write`: how long to wait for another writing process to finish; not at all unless given. */
  patience_ms?: number;
  /** In mode `read`: resolves when a follower at the log's end should look again, or on abort; every 100 ms. */
  untilNextLook?: (signal: AbortSignal) => Promise<void>;
}>;

const makeDirectoryOf = (file: string): E.Either<StorageError, unknown> =>
  E.tryCatch(
    () => mkdirSync(dirname(file), { recursive: true }),
    unavailable('make the directory of', file),
  );

const startWriter = (
  file: string,
  kind: 'thread' | 'inline',
): TE.TaskEither<StorageError, Writer> =>
  kind === 'thread' ? () => threadWriter(file) : TE.fromIOEither(() => inlineWriter(file));

/** A writer that holds the lock for as long as it is open. */
const lockedWriter = (
  file: string,
  kind: 'thread' | 'inline',
  patience_ms: number,
): TE.TaskEither<StorageError, Writer> =>
  pipe(
    TE.fromIOEither(() => makeDirectoryOf(file)),
    TE.flatMapIOEither(() => () => acquireWriterLock(file, patience_ms)),
    TE.flatMap((lock) =>
      pipe(
        startWriter(file, kind),
        TE.mapBoth(
          (error) => {
            lock.release();
            return error;
          },
          (writer) => heldBy(lock, writer),
        ),
      ),
    ),
  );

/** Opens the log in an SQLite file, made where there is none in mode `write`. */
export const openSqliteEventLog = <A extends Identified>({
  file,
  codec,
  mode,
  writer: kind = 'thread',
  patience_ms = 0,
  untilNextLook,
}: SqliteEventLogOptions<A>): TE.TaskEither<StorageError, EventLog<A>> =>
  pipe(
    mode === 'write' ? lockedWriter(file, kind, patience_ms) : TE.right(readOnlyWriter(file)),
    TE.flatMap((writer) => async () => {
      const reader = openReader(file);
      if (E.isLeft(reader)) {
        await writer.close();
        return reader;
      }
      const more = mode === 'write' ? makeWakeUp() : polling(untilNextLook);
      return E.right(sqliteEventLog({ file, codec, reader: reader.right, writer, more }));
    }),
  );
