import type { Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { applicationId, formatSteps, formatVersion } from './store-format.ts';
import { storeFailure, storeUnavailable } from './store-failure.ts';

/** The command line may have the file open at the same time: it adds accounts beside a running server. */
const busyTimeout_ms = 5000;

const pragma = (db: DatabaseSync, name: string): unknown =>
  db.prepare(`PRAGMA ${name}`).get()?.[name];

/** Nothing was made in it so far, by anybody. */
const isUnmade = (db: DatabaseSync): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined &&
  pragma(db, 'application_id') === 0;

/** The format that a file has; 0 for one that nothing was made in. */
const formatOf = (db: DatabaseSync): number =>
  isUnmade(db) ? 0 : Number(pragma(db, 'user_version'));

/** Why this file is not one that this version can use; `undefined` where it is. */
const refusal = (db: DatabaseSync, file: string): string | undefined => {
  const [application, version] = [pragma(db, 'application_id'), formatOf(db)];
  if (application !== applicationId)
    return `${file} is not a file of a Trackrecord server (an SQLite file with application id ${String(application)}); it was left as it is`;
  return version >= 1 && version <= formatVersion
    ? undefined
    : `${file} has format ${version}, and this version of Trackrecord reads formats up to ${formatVersion}: use the version that wrote it, or a later one`;
};

/** What was deleted is overwritten at once: passwords, sessions and uploads that are gone are gone from the file. */
const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
`;

/** Brings a file to this version's format: all the way, or not at all. */
const prepare = (db: DatabaseSync): void => {
  if (formatOf(db) >= formatVersion) return;
  db.exec('BEGIN IMMEDIATE');
  // Another process may have done some of it while this one waited.
  const format = formatOf(db);
  if (format < formatVersion)
    db.exec(`
      ${formatSteps.slice(format).join('')}
      PRAGMA application_id = ${applicationId};
      PRAGMA user_version = ${formatVersion};
    `);
  db.exec('COMMIT');
};

/** The file is its owner's alone from its first byte on; what SQLite puts beside it has the same mode. */
const touch = (file: string): void => {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
};

/**
 * A connection to a server's file, made where there is none, and brought to this version's format where it is older.
 * @param file `:memory:` for one that lives as long as the process
 */
export const openStoreFile = (file: string): E.Either<Failure, DatabaseSync> =>
  E.flatten(
    E.tryCatch(
      () => {
        touch(file);
        const db = new DatabaseSync(file, { timeout: busyTimeout_ms });
        try {
          if (!isUnmade(db)) {
            const message = refusal(db, file);
            if (message !== undefined) {
              db.close();
              return E.left(storeUnavailable(message));
            }
          }
          db.exec(settings);
          prepare(db);
          return E.right(db);
        } catch (thrown) {
          db.close();
          throw thrown;
        }
      },
      storeFailure('open', file),
    ),
  );
