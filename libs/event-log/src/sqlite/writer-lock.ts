import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { sqliteCode, unavailable } from './sqlite-failure.ts';

export type WriterLock = Readonly<{ release: () => void }>;

const busy = 5;

/** Who holds the lock, as it wrote it down itself. A hint for a person: the lock is what counts. */
const holderOf = (file: string): string => {
  const pid = E.tryCatch(
    () => readFileSync(`${file}.writer`, 'utf8').trim(),
    () => '',
  );
  return E.isRight(pid) && /^\d+$/.test(pid.right) ? `process ${pid.right}` : 'another process';
};

const lockedBy = (file: string): StorageError => ({
  _tag: 'Locked',
  message: `${holderOf(file)} is writing to ${file}: only one process at a time may; end it, or give your commands to it`,
});

/**
 * The right to write to `file`, for one process at a time.
 * Node has no flock; SQLite's locks are the operating system's (fcntl), which die with the process that holds them,
 * however it dies. So the lock is SQLite's exclusive lock on a file of its own, `<file>.lock`, that holds no data.
 * @param patience_ms how long to wait for another holder to finish
 * Never open that file by other means while the lock is held: closing it would drop the lock (POSIX).
 */
export const acquireWriterLock = (
  file: string,
  patience_ms = 0,
): E.Either<StorageError, WriterLock> => {
  const pidFile = `${file}.writer`;
  try {
    const lock = new DatabaseSync(`${file}.lock`, { timeout: patience_ms });
    try {
      lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      writeFileSync(pidFile, `${process.pid}\n`);
    } catch (thrown) {
      lock.close();
      throw thrown;
    }
    return E.right({
      release: () => {
        rmSync(pidFile, { force: true });
        lock.close();
      },
    });
  } catch (thrown) {
    return E.left(sqliteCode(thrown) === busy ? lockedBy(file) : unavailable('lock', file)(thrown));
  }
};
