import type { DatabaseSync } from 'node:sqlite';
import type { EventLog, Progress, Recorded, StorageError } from '@trackrecord/application/ports';
import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { type EventIndexer, eventIndexer } from './event-indexer.ts';
import { preparedOnce } from '../sqlite/prepared-once.ts';
import { inTransaction } from '../sqlite/transaction.ts';

/** So many events are read, and taken in by one transaction. */
const batchSize = 5000;

type Batch = ReadonlyArray<Recorded<DomainEvent>>;

type OnProgress = (progress: Progress) => void;

/** Takes in all that the log holds beyond the checkpoint; gives the checkpoint then. */
export type TakeIn = (onProgress?: OnProgress) => Promise<E.Either<StorageError, Checkpoint>>;

type Indexing = (at: Checkpoint, index: (indexer: EventIndexer) => Checkpoint) => Checkpoint;

/**
 * An indexer remembers rows, and is good for as long as nobody else moves the views: another process, of which SQLite
 * keeps a version of the data; or somebody on this connection who has them start anew.
 */
const keepingIndexer = (db: DatabaseSync): Indexing => {
  let kept:
    Readonly<{ indexer: EventIndexer; version: unknown; last: string | undefined }> | undefined;
  return (at, index) => {
    const version = preparedOnce(db, 'PRAGMA data_version').get()?.['data_version'];
    const isGood = kept?.version === version && kept?.last === at.last?.event;
    const indexer = (isGood ? kept?.indexer : undefined) ?? eventIndexer(db);
    // What it remembers of a batch that could not be taken in is not there.
    kept = undefined;
    const after = index(indexer);
    kept = { indexer, version, last: after.last?.event };
    return after;
  };
};

/** Takes a batch in; `undefined` where another process has moved the views since `expected`. */
const commitBatch = (
  db: DatabaseSync,
  indexing: Indexing,
  expected: Checkpoint,
  batch: Batch,
): Checkpoint | undefined =>
  inTransaction(db, () => {
    const at = readCheckpoint(db);
    if (at.last?.event !== expected.last?.event) return undefined;
    return indexing(at, ({ index, settle }) => {
      const taken = batch.reduce(index, at);
      // More follows a full batch: settled all at once, a long log costs a fraction.
      const after = batch.length < batchSize ? settle(taken) : taken;
      writeCheckpoint(db, after);
      return after;
    });
  });

const isAtEnd = (batch: Batch, { ordinal, settled }: Checkpoint): boolean =>
  batch.length === 0 && settled === ordinal;

/** What takes a log into the views of a connection; it remembers rows from one time to the next. */
export const takingIn = (db: DatabaseSync, log: EventLog<DomainEvent>): TakeIn => {
  const indexing = keepingIndexer(db);
  return async (onProgress) => {
    let at = readCheckpoint(db);
    for (;;) {
      const batch = await log.readAll(at.last?.position, batchSize)();
      if (E.isLeft(batch)) return batch;
      if (isAtEnd(batch.right, at)) return E.right(at);
      at = commitBatch(db, indexing, at, batch.right) ?? readCheckpoint(db);
      onProgress?.({ done: at.ordinal });
    }
  };
};
