import type { Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type * as t from 'io-ts';
import type { DatabaseSync } from 'node:sqlite';
import { storeFailure } from './store-failure.ts';

/** A server's file as its tables use it. */
export type KeptIn = Readonly<{
  db: DatabaseSync;
  read: <A>(work: () => A) => TE.TaskEither<Failure, A>;
  /** All of `work` or none, on the disk when it is answered. */
  write: <A>(work: () => A) => TE.TaskEither<Failure, A>;
  /** As `write`, for what may be lost with the power (all of it, not in part) and is written very often. */
  writeLightly: <A>(work: () => A) => TE.TaskEither<Failure, A>;
}>;

const inTransaction = <A>(db: DatabaseSync, work: () => A): A => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    db.exec('COMMIT');
    return answer;
  } catch (thrown) {
    // After some failures (a full disk) SQLite has rolled back by itself.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
};

/** SQLite takes this setting between transactions only. */
const withoutSync = <A>(db: DatabaseSync, work: () => A): A => {
  db.exec('PRAGMA synchronous = NORMAL');
  try {
    return work();
  } finally {
    db.exec('PRAGMA synchronous = FULL');
  }
};

export const keptIn = (db: DatabaseSync, file: string): KeptIn => {
  const attempt =
    (doing: string) =>
    <A>(work: () => A): TE.TaskEither<Failure, A> =>
    async () =>
      E.tryCatch(work, storeFailure(doing, file));
  const [reading, writing] = [attempt('read'), attempt('write')];
  return {
    db,
    read: reading,
    write: (work) => writing(() => inTransaction(db, work)),
    writeLightly: (work) => writing(() => withoutSync(db, () => inTransaction(db, work))),
  };
};

/**
 * A row as its codec says that it is.
 * @throws where the file holds something else: it was changed by other hands
 */
export const rowAs =
  <A>(codec: t.Type<A, unknown>) =>
  (row: unknown): A => {
    const decoded = codec.decode(row);
    if (E.isRight(decoded)) return decoded.right;
    throw new Error(`a row is not as a ${codec.name} is kept`);
  };

/** As `rowAs`, where there may be no such row. */
export const rowIfAny =
  <A>(codec: t.Type<A, unknown>) =>
  (row: unknown): A | undefined =>
    row === undefined ? undefined : rowAs(codec)(row);
