import type { DatabaseSync } from 'node:sqlite';
import type { EventLog, Progress, Recorded, StorageError } from '@trackrecord/application/ports';
import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { type IndexEvent, eventIndexer } from './event-indexer.ts';
import { inTransaction } from './in-transaction.ts';
import { eventIndex } from './views-schema.ts';

/** So many events are read, and taken in by one transaction. */
const batchSize = 5000;

type TakeIn = Readonly<{
  db: DatabaseSync;
  log: EventLog<DomainEvent>;
  onProgress?: ((progress: Progress) => void) | undefined;
}>;

const commitBatch = (
  db: DatabaseSync,
  index: IndexEvent,
  expected: Checkpoint,
  batch: ReadonlyArray<Recorded<DomainEvent>>,
): Checkpoint | undefined =>
  inTransaction(db, () => {
    // Another process may have taken these events in, or started anew, while they were read.
    if (readCheckpoint(db).last?.event !== expected.last?.event) return undefined;
    const after = batch.reduce(index, expected);
    writeCheckpoint(db, after);
    return after;
  });

/** Takes in all that the log holds beyond the checkpoint; gives the checkpoint then. */
export const takeIn = async ({
  db,
  log,
  onProgress,
}: TakeIn): Promise<E.Either<StorageError, Checkpoint>> => {
  let at = readCheckpoint(db);
  let index = eventIndexer(db);
  for (;;) {
    const batch = await log.readAll(at.last?.position, batchSize)();
    if (E.isLeft(batch)) return batch;
    if (batch.right.length === 0) {
      db.exec(eventIndex);
      return E.right(at);
    }
    const after = commitBatch(db, index, at, batch.right);
    // What the indexer remembers of the rows may be stale when another process moved the views.
    if (after === undefined) index = eventIndexer(db);
    at = after ?? readCheckpoint(db);
    onProgress?.({ done: at.ordinal });
  }
};
