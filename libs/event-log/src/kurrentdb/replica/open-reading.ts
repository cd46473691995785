import type { DatabaseSync } from 'node:sqlite';
import type { Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type LogReader, openReader } from '../../sqlite/log-reader.ts';
import { openLogFile } from '../../sqlite/open-log-file.ts';
import { unavailable } from '../../sqlite/sqlite-failure.ts';
import type { Replica } from '../replica.ts';
import { nameOnServer } from '../server-names.ts';
import { type Contents, movingContents } from './contents.ts';
import { type FollowState, followState } from './follow-state.ts';
import { replicaFile } from './replica-file.ts';
import { type ReplicaOptions, replicaOf } from './replica-of.ts';
import { type SkippedEvents, skippedEvents } from './skipped-events.ts';

type Opening = Pick<ReplicaOptions<Identified>, 'file' | 'tenant'>;

type Parts = Readonly<{ contents: Contents; skipped: SkippedEvents; state: FollowState }>;

const parts = (db: DatabaseSync, file: string): Parts => ({
  contents: movingContents(db, file),
  skipped: skippedEvents(db),
  state: followState(db),
});

const replica = (
  { file, tenant }: Opening,
  db: DatabaseSync,
  reader: LogReader,
  { contents, skipped, state }: Parts,
): Replica =>
  replicaOf({
    tenant,
    reader,
    contents,
    skipped,
    countSkipped: (stream) => skipped.count(nameOnServer(tenant, stream)),
    checkpoint: state.position,
    fault: state.fault,
    heldAll_ms: state.heldAll_ms,
    noteHeldAll: () => undefined,
    take: () =>
      E.left({
        _tag: 'Unavailable',
        message: `${file} was opened for reading: another process follows the cluster into it`,
      }),
    tidy: () => undefined,
    close: () => {
      reader.close();
      db.close();
    },
  });

/** Opens a copy that another process follows into: what it answers moves as the file does. */
export const openReading = (options: Opening): E.Either<StorageError, Replica> => {
  const { file, tenant } = options;
  const db = openLogFile(file, 'read', replicaFile(tenant));
  if (E.isLeft(db)) return db;
  const opened = pipe(
    E.tryCatch(() => parts(db.right, file), unavailable('open', file)),
    E.flatMap((found) =>
      pipe(
        openReader(file),
        E.map((reader) => replica(options, db.right, reader, found)),
      ),
    ),
  );
  if (E.isLeft(opened)) db.right.close();
  return opened;
};
