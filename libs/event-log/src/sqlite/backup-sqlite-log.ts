import type { StorageError } from '@trackrecord/application/ports';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { type OnProgress, copyLogFile } from './copy-log-file.ts';

export type BackupOptions = Readonly<{
  /** The log file, which may be in use. */
  from: string;
  /** A file that does not exist yet. */
  to: string;
  /** Pages copied, of all. */
  onProgress?: OnProgress;
}>;

/** A consistent copy of a log, on the disk when this is answered: one file, for `restoreSqliteLog` or to be read. */
export const backupSqliteLog = ({
  from,
  to,
  onProgress = () => undefined,
}: BackupOptions): TE.TaskEither<StorageError, void> => copyLogFile(from, to, onProgress);
