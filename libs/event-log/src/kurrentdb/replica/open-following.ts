import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { eventWriter } from '../../sqlite/event-writer.ts';
import { openReader } from '../../sqlite/log-reader.ts';
import { openLogFile } from '../../sqlite/open-log-file.ts';
import { unavailable } from '../../sqlite/sqlite-failure.ts';
import { longTail, longestTail, shortTail, tailIndexer } from '../../sqlite/tail-indexer.ts';
import { type UnindexedTail, loadTail } from '../../sqlite/unindexed-tail.ts';
import { acquireWriterLock } from '../../sqlite/writer-lock.ts';
import type { Replica } from '../replica.ts';
import { batchTaker } from './batch-taker.ts';
import { followState } from './follow-state.ts';
import { replicaFile } from './replica-file.ts';
import { type ReplicaOptions, replicaOf } from './replica-of.ts';
import { skippedEvents } from './skipped-events.ts';
import { skippedMemory } from './skipped-memory.ts';

type Opening<A extends Identified> = Omit<ReplicaOptions<A>, 'mode'>;

/** The stream of the last event in a log file. */
const latestStreamIn = (db: DatabaseSync): (() => string | undefined) => {
  const select = db.prepare(
    'SELECT name FROM events JOIN streams USING (stream) ORDER BY position DESC LIMIT 1',
  );
  return () => {
    const name = select.get()?.['name'];
    return typeof name === 'string' ? name : undefined;
  };
};

/** A copy but for its reader, which has a connection of its own. */
type WritingHalf = Omit<Parameters<typeof replicaOf>[0], 'reader'>;

const writingHalf = <A extends Identified>(
  { file, tenant, codec }: Opening<A>,
  db: DatabaseSync,
  tail: UnindexedTail,
): WritingHalf => {
  const writer = eventWriter(db, tail);
  const { ids, heads, position: head } = writer;
  const keepTailWithin = tailIndexer(db, file, tail);
  const skipped = skippedEvents(db);
  const memory = skippedMemory(db, tenant, skipped);
  const { heldAll_ms, noteHeldAll } = followState(db);
  const latestStream = latestStreamIn(db);
  const taker = batchTaker({ db, file, tenant, codec, writer, skipped, memory, latestStream });
  keepTailWithin(shortTail);
  return {
    tenant,
    contents: { head, placeOf: ids.placeOf, lastRevision: heads.lastRevision },
    skipped: { ...skipped, all: memory.all },
    countSkipped: memory.count,
    checkpoint: taker.checkpoint,
    fault: taker.fault,
    take: (events, checkpoint) => {
      const taken = taker.take(events, checkpoint);
      keepTailWithin(longestTail);
      return taken;
    },
    heldAll_ms,
    noteHeldAll,
    tidy: () => {
      keepTailWithin(longTail(head()));
    },
    close: () => {
      keepTailWithin(shortTail);
      db.close();
    },
  };
};

const opened = <A extends Identified>(
  options: Opening<A>,
  db: DatabaseSync,
): E.Either<StorageError, Replica> => {
  const { file } = options;
  return pipe(
    loadTail(db, file),
    E.flatMap((tail) =>
      E.tryCatch(() => writingHalf(options, db, tail), unavailable('open', file)),
    ),
    E.flatMap((half) =>
      pipe(
        openReader(file),
        E.map((reader) =>
          replicaOf({
            ...half,
            reader,
            // The writer last: who closes last brings what is in the -wal file into the copy, which a reader may not.
            close: () => {
              reader.close();
              half.close();
            },
          }),
        ),
      ),
    ),
  );
};

/** Opens a copy to follow into, made where there is none; it has the writer's lock until it is closed. */
export const openFollowing = <A extends Identified>(
  options: Opening<A>,
): E.Either<StorageError, Replica> => {
  const { file, tenant, patience_ms } = options;
  const lock = pipe(
    E.tryCatch(
      () => mkdirSync(dirname(file), { recursive: true }),
      unavailable('make the directory of', file),
    ),
    E.flatMap(() => acquireWriterLock(file, patience_ms)),
  );
  if (E.isLeft(lock)) return lock;
  const { release } = lock.right;
  const db = openLogFile(file, 'write', replicaFile(tenant));
  if (E.isLeft(db)) {
    release();
    return db;
  }
  const replica = opened(options, db.right);
  if (E.isLeft(replica)) {
    db.right.close();
    release();
    return replica;
  }
  const { close } = replica.right;
  return E.right({
    ...replica.right,
    close: () => {
      close();
      release();
    },
  });
};
