import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { sqliteCode, unavailable } from './sqlite-failure.ts';

export type WriterLock = Readonly<{ release: () => void }>;

const busy = 5;

/** A lock on a log. */
export type LockOf = Readonly<{
  /** The log. */
  file: string;
  /** The lock is on `<file>.<lock>`; whoever holds it writes its number into `<file>.<holder>`. */
  lock: string;
  holder: string;
  /** What others are told of whoever holds it: `process 7`, or `another process`. */
  heldBy: (who: string) => string;
}>;

/** Who holds the lock, as it wrote it down itself. A hint for a person: the lock is what counts. */
const holderIn = (file: string): string => {
  const pid = E.tryCatch(
    () => readFileSync(file, 'utf8').trim(),
    () => '',
  );
  return E.isRight(pid) && /^\d+$/.test(pid.right) ? `process ${pid.right}` : 'another process';
};

/**
 * A lock, for one process at a time.
 * Node has no flock; SQLite's locks are the operating system's (fcntl), which die with the process that holds them,
 * however it dies. So a lock is SQLite's exclusive lock on a file of its own that holds no data.
 * @param patience_ms how long to wait for another holder to finish
 * Never open that file by other means while the lock is held: closing it would drop the lock (POSIX).
 */
export const acquireLock = (
  { file, lock: lockName, holder, heldBy }: LockOf,
  patience_ms: number,
): E.Either<StorageError, WriterLock> => {
  const holderFile = `${file}.${holder}`;
  try {
    const lock = new DatabaseSync(`${file}.${lockName}`, { timeout: patience_ms });
    try {
      lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      writeFileSync(holderFile, `${process.pid}\n`);
    } catch (thrown) {
      lock.close();
      throw thrown;
    }
    return E.right({
      release: () => {
        rmSync(holderFile, { force: true });
        lock.close();
      },
    });
  } catch (thrown) {
    return E.left(
      sqliteCode(thrown) === busy
        ? { _tag: 'Locked', message: heldBy(holderIn(holderFile)) }
        : unavailable('lock', file)(thrown),
    );
  }
};

/** The right to write to `file`, for one process at a time. */
export const acquireWriterLock = (
  file: string,
  patience_ms = 0,
): E.Either<StorageError, WriterLock> =>
  acquireLock(
    {
      file,
      lock: 'lock',
      holder: 'writer',
      heldBy: (who) =>
        `${who} is writing to ${file}: only one process at a time may; end it, or give your commands to it`,
    },
    patience_ms,
  );
