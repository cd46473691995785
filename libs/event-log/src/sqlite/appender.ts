import type { DatabaseSync } from 'node:sqlite';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { AppendOutcome, AppendRequest } from '../append-request.ts';
import { makeAppendOne } from './append-one.ts';
import { addToIndexes } from './indexes.ts';
import { openLogFile } from './open-log-file.ts';
import { unavailable } from './sqlite-failure.ts';
import { inTransaction } from './transaction.ts';
import { type UnindexedTail, loadTail } from './unindexed-tail.ts';

/** The one writer of a log file. Knows no codec and no thread, so that it runs on the main thread or in a worker. */
export type Appender = Readonly<{
  /** Several appends in one transaction, on the disk when it returns: one answer for each, in their order. */
  append: (requests: ReadonlyArray<AppendRequest>) => ReadonlyArray<AppendOutcome>;
  /** To be called when all have been answered: brings the indexes up to date if they are far behind. */
  tidy: () => void;
  close: () => void;
}>;

/** What a process may leave unindexed: the next one reads it in a millisecond. */
const shortTail = 512;

/**
 * How far the indexes may be behind while a process writes: a sixteenth of the log, so that bringing them up to date
 * costs each event the same however long the log is; at most so many that it takes about half a second.
 */
const longTail = (position: number): number => Math.min(Math.max(4096, position / 16), 65_536);

const makeAppender = (db: DatabaseSync, file: string, tail: UnindexedTail): Appender => {
  const one = makeAppendOne(db, tail);

  /** Where the disk is full the indexes stay behind, which takes memory and harms nothing else. */
  const index = (): void => {
    const indexed = E.tryCatch(() => addToIndexes(db, tail.places()), unavailable('index', file));
    if (E.isRight(indexed)) tail.cut(0);
  };
  const indexIfLongerThan = (length: number): void => {
    if (tail.length() > length) index();
  };

  indexIfLongerThan(shortTail);
  return {
    append: (requests) => {
      const before = { position: one.position(), tail: tail.length() };
      try {
        return inTransaction(db, () => requests.map(one.append));
      } catch (thrown) {
        one.takenBack(before.position);
        tail.cut(before.tail);
        const failure = E.left(unavailable('write to', file)(thrown));
        return requests.map(() => failure);
      }
    },
    tidy: () => {
      indexIfLongerThan(longTail(one.position()));
    },
    close: () => {
      indexIfLongerThan(shortTail);
      db.close();
    },
  };
};

/** Opens a log file to write to; the caller holds the writer's lock. */
export const openAppender = (file: string): E.Either<StorageError, Appender> =>
  pipe(
    openLogFile(file, 'write'),
    E.flatMap((db) =>
      pipe(
        loadTail(db, file),
        E.flatMap((tail) =>
          E.tryCatch((): Appender => makeAppender(db, file, tail), unavailable('open', file)),
        ),
        E.mapLeft((error) => {
          db.close();
          return error;
        }),
      ),
    ),
  );
