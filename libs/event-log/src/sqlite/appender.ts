import type { DatabaseSync } from 'node:sqlite';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { AppendOutcome, AppendRequest } from '../append-request.ts';
import { makeAppendOne } from './append-one.ts';
import { eventWriter } from './event-writer.ts';
import { embeddedLog } from './log-file-kind.ts';
import { openLogFile } from './open-log-file.ts';
import { unavailable } from './sqlite-failure.ts';
import { longTail, shortTail, tailIndexer } from './tail-indexer.ts';
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

const makeAppender = (db: DatabaseSync, file: string, tail: UnindexedTail): Appender => {
  const writer = eventWriter(db, tail);
  const keepTailWithin = tailIndexer(db, file, tail);
  const appendOne = makeAppendOne(writer);

  keepTailWithin(shortTail);
  return {
    append: (requests) => {
      const before = writer.mark();
      try {
        return inTransaction(db, () => requests.map(appendOne));
      } catch (thrown) {
        writer.takenBack(before);
        const failure = E.left(unavailable('write to', file)(thrown));
        return requests.map(() => failure);
      }
    },
    tidy: () => {
      keepTailWithin(longTail(writer.position()));
    },
    close: () => {
      keepTailWithin(shortTail);
      db.close();
    },
  };
};

/** Opens a log file to write to; the caller holds the writer's lock. */
export const openAppender = (file: string): E.Either<StorageError, Appender> =>
  pipe(
    openLogFile(file, 'write', embeddedLog),
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
