import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventCodec } from '../event-codec.ts';
import { type OnProgress, copyLogFile } from './copy-log-file.ts';
import { openLogFile } from './open-log-file.ts';
import { unavailable } from './sqlite-failure.ts';
import { type Verification, verifySqliteLog } from './verify-sqlite-log.ts';
import { acquireWriterLock } from './writer-lock.ts';

export type RestoreOptions<A extends Identified> = Readonly<{
  /** A file that `backupSqliteLog` made. */
  from: string;
  /** Where the log is to be: nothing yet, or a log without an event. */
  to: string;
  codec: EventCodec<A>;
  /** Events verified, of all. */
  onProgress?: OnProgress;
}>;

const refused = (message: string): E.Either<StorageError, never> =>
  E.left({ _tag: 'Unavailable', message });

/** Refuses a place where there is anything but a log that holds no event. */
const onlyEmptyAt = (to: string): E.Either<StorageError, void> => {
  if (!existsSync(to)) return E.right(undefined);
  const db = openLogFile(to, 'read');
  if (E.isLeft(db)) return db;
  const used = db.right.prepare('SELECT 1 FROM events LIMIT 1').get() !== undefined;
  db.right.close();
  return used
    ? refused(`${to} holds events already: move it away before you restore to it`)
    : E.right(undefined);
};

/** Removes a log that holds no event; refuses to touch anything else. */
const makeRoomAt = (to: string): E.Either<StorageError, void> =>
  pipe(
    onlyEmptyAt(to),
    E.map(() => {
      for (const file of [to, `${to}-wal`, `${to}-shm`]) rmSync(file, { force: true });
    }),
  );

const soundOnly = (
  from: string,
  { faults, events }: Verification,
): E.Either<StorageError, void> => {
  const [first] = faults;
  if (first === undefined) return E.right(undefined);
  const message = `${from} is not sound, and was not restored: ${first.message} (${faults.length} faults found, ${events} events sound)`;
  return first.position === undefined
    ? refused(message)
    : E.left({ _tag: 'Corrupt', position: first.position, message });
};

/** Verifies a backup from end to end, and only then puts it in the log's place. */
export const restoreSqliteLog = <A extends Identified>({
  from,
  to,
  codec,
  onProgress = () => undefined,
}: RestoreOptions<A>): TE.TaskEither<StorageError, Verification> =>
  pipe(
    // Nobody waits for a backup to be verified that has no place to go to, whoever may write there now.
    TE.fromIOEither(() => onlyEmptyAt(to)),
    TE.flatMap(() => verifySqliteLog({ file: from, codec, onProgress })),
    TE.tapEither((verification) => soundOnly(from, verification)),
    TE.tapEither(() =>
      E.tryCatch(
        () => mkdirSync(dirname(to), { recursive: true }),
        unavailable('make the directory of', to),
      ),
    ),
    TE.tap(() =>
      pipe(
        TE.fromIOEither(() => acquireWriterLock(to)),
        TE.flatMap((lock) => async () => {
          const restored = await pipe(
            TE.fromIOEither(() => makeRoomAt(to)),
            TE.flatMap(() => copyLogFile(from, to, () => undefined)),
          )();
          lock.release();
          return restored;
        }),
      ),
    ),
  );
