import type { DatabaseSync } from 'node:sqlite';
import type { EventLog, Progress, StorageError } from '@trackrecord/application/ports';
import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { type IndexEvent, eventIndexer } from './event-indexer.ts';

/** So many events are taken in by one transaction. */
const batchSize = 2000;

type TakeIn = Readonly<{
  db: DatabaseSync;
  log: EventLog<DomainEvent>;
  onProgress?: ((progress: Progress) => void) | undefined;
}>;

type Batch = Awaited<ReturnType<ReturnType<EventLog<DomainEvent>['readAll']>>>;

/** `indexer` is given up when another process moved the views: what it remembers may be stale. */
const commitBatch = (
  db: DatabaseSync,
  index: IndexEvent,
  expected: Checkpoint,
  batch: Extract<Batch, { _tag: 'Right' }>['right'],
): Checkpoint | undefined => {
  db.exec('BEGIN IMMEDIATE');
  try {
    if (readCheckpoint(db).ordinal !== expected.ordinal) {
      db.exec('ROLLBACK');
      return undefined;
    }
    const after = batch.reduce((at, recorded) => index(recorded, at), expected);
    writeCheckpoint(db, after);
    db.exec('COMMIT');
    return after;
  } catch (thrown) {
    db.exec('ROLLBACK');
    throw thrown;
  }
};

/** Takes in all that the log holds beyond the checkpoint; gives the checkpoint then. */
export const takeIn = async ({
  db,
  log,
  onProgress,
}: TakeIn): Promise<E.Either<StorageError, Checkpoint>> => {
  let at = readCheckpoint(db);
  let index = eventIndexer(db);
  for (;;) {
    const batch = await log.readAll(at.position, batchSize)();
    if (E.isLeft(batch)) return batch;
    if (batch.right.length === 0) return E.right(at);
    const after = commitBatch(db, index, at, batch.right);
    if (after === undefined) {
      at = readCheckpoint(db);
      index = eventIndexer(db);
    } else {
      at = after;
    }
    onProgress?.({ done: at.ordinal });
  }
};
