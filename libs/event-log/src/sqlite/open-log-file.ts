import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { type LogFileKind, anyLog } from './log-file-kind.ts';
import { applicationId, formatVersion, schema } from './log-format.ts';
import { unavailable } from './sqlite-failure.ts';

export type OpenMode = 'write' | 'read';

/** How long to wait for SQLite's own short locks, while another process recovers or checkpoints. */
const busyTimeout_ms = 5000;

/** Pages of a connection kept in memory, at most: the index of a million ids is 30 MB. */
const cache_KiB = 32_768;

const pragma = (db: DatabaseSync, name: string): unknown =>
  db.prepare(`PRAGMA ${name}`).get()?.[name];

const isEmpty = (db: DatabaseSync): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;

/** A file that was begun and has no table yet. */
const isUnmade = (db: DatabaseSync): boolean => isEmpty(db) && pragma(db, 'application_id') === 0;

/** Why this file is not a log that this version can open; `undefined` where it is. */
const refusal = (db: DatabaseSync, file: string, kind: LogFileKind): string | undefined => {
  if (isUnmade(db)) {
    return `${file} holds no log yet: the process that was to make it was stopped; the next change that is recorded makes it`;
  }
  const application = pragma(db, 'application_id');
  const version = pragma(db, 'user_version');
  if (application !== applicationId) {
    return `${file} is not a Trackrecord log (an SQLite file with application id ${String(application)}); it was left as it is`;
  }
  return version === formatVersion
    ? kind.refusal(db, file)
    : `${file} has format ${String(version)}, and this version of Trackrecord reads format ${formatVersion}: use the version that wrote it, or a later one`;
};

/** In WAL mode: the file is whole, whatever happens, and it is read while it is written. */
const prepareToWrite = (db: DatabaseSync, kind: LogFileKind): void => {
  const created = isUnmade(db);
  db.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${kind.synchronous};
     PRAGMA wal_autocheckpoint = ${kind.checkpoint_pages}`,
  );
  if (created) db.exec(`BEGIN IMMEDIATE; ${schema}; ${kind.tables}; COMMIT`);
};

const checked = (
  db: DatabaseSync,
  file: string,
  mode: OpenMode,
  kind: LogFileKind,
): E.Either<StorageError, DatabaseSync> => {
  const isNew = mode === 'write' && isUnmade(db);
  const message = isNew ? undefined : refusal(db, file, kind);
  if (message !== undefined) return E.left({ _tag: 'Unavailable', message });
  if (mode === 'write') prepareToWrite(db, kind);
  return E.right(db);
};

/** Where nobody is writing, and so everything is in the file itself. */
const isAtRest = (file: string): boolean => {
  const wal = statSync(`${file}-wal`, { throwIfNoEntry: false });
  return wal === undefined || wal.size === 0;
};

/** The file as one that nobody changes: SQLite then makes no file beside it, which a directory may not allow. */
const unchanging = (file: string): URL => {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return url;
};

const opened = (
  location: string | URL,
  file: string,
  mode: OpenMode,
  kind: LogFileKind,
): E.Either<StorageError, DatabaseSync> => {
  const db = new DatabaseSync(location, { readOnly: mode === 'read', timeout: busyTimeout_ms });
  try {
    db.exec(`PRAGMA cache_size = -${cache_KiB}`);
    const answer = checked(db, file, mode, kind);
    if (E.isLeft(answer)) db.close();
    return answer;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
};

/** A connection to a log file of this format; in `write` mode a new file is made where there is none. */
export const openLogFile = (
  file: string,
  mode: OpenMode,
  kind: LogFileKind = anyLog,
): E.Either<StorageError, DatabaseSync> => {
  if (mode === 'read' && !existsSync(file)) {
    return E.left({ _tag: 'Unavailable', message: `there is no log at ${file}` });
  }
  const attempt = (location: string | URL): E.Either<StorageError, DatabaseSync> =>
    E.flatten(E.tryCatch(() => opened(location, file, mode, kind), unavailable('open', file)));
  try {
    return opened(file, file, mode, kind);
  } catch (thrown) {
    return mode === 'read' && isAtRest(file)
      ? attempt(unchanging(file))
      : E.left(unavailable('open', file)(thrown));
  }
};
