import type { DatabaseSync } from 'node:sqlite';
import type { EventLog, Progress, Recorded, StorageError } from '@trackrecord/application/ports';
import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { type EventIndexer, eventIndexer } from './event-indexer.ts';
import { inTransaction } from '../sqlite/transaction.ts';

/** So many events are read, and taken in by one transaction. */
const batchSize = 5000;

type TakeIn = Readonly<{
  db: DatabaseSync;
  log: EventLog<DomainEvent>;
  onProgress?: ((progress: Progress) => void) | undefined;
}>;

type Batch = ReadonlyArray<Recorded<DomainEvent>>;

/** Takes a batch in; `undefined` where another process has moved the views since `expected`. */
const commitBatch = (
  db: DatabaseSync,
  { index, settle }: EventIndexer,
  expected: Checkpoint,
  batch: Batch,
): Checkpoint | undefined =>
  inTransaction(db, () => {
    const at = readCheckpoint(db);
    if (at.last?.event !== expected.last?.event) return undefined;
    const taken = batch.reduce(index, at);
    // More follows a full batch: settled all at once, a long log costs a fraction.
    const after = batch.length < batchSize ? settle(taken) : taken;
    writeCheckpoint(db, after);
    return after;
  });

const isAtEnd = (batch: Batch, { ordinal, settled }: Checkpoint): boolean =>
  batch.length === 0 && settled === ordinal;

/** Takes in all that the log holds beyond the checkpoint; gives the checkpoint then. */
export const takeIn = async ({
  db,
  log,
  onProgress,
}: TakeIn): Promise<E.Either<StorageError, Checkpoint>> => {
  let at = readCheckpoint(db);
  let indexer = eventIndexer(db);
  for (;;) {
    const batch = await log.readAll(at.last?.position, batchSize)();
    if (E.isLeft(batch)) return batch;
    if (isAtEnd(batch.right, at)) return E.right(at);
    const after = commitBatch(db, indexer, at, batch.right);
    // What the indexer remembers of the rows may be stale when another process moved the views.
    if (after === undefined) indexer = eventIndexer(db);
    at = after ?? readCheckpoint(db);
    onProgress?.({ done: at.ordinal });
  }
};
