import type { Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { applicationId, formatVersion, schema } from './store-format.ts';
import { storeFailure, storeUnavailable } from './store-failure.ts';

/** The command line may have the file open at the same time: it adds accounts beside a running server. */
const busyTimeout_ms = 5000;

const pragma = (db: DatabaseSync, name: string): unknown =>
  db.prepare(`PRAGMA ${name}`).get()?.[name];

/** Nothing was made in it so far, by anybody. */
const isUnmade = (db: DatabaseSync): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined &&
  pragma(db, 'application_id') === 0;

/** Why this file is not one that this version can use; `undefined` where it is. */
const refusal = (db: DatabaseSync, file: string): string | undefined => {
  const [application, version] = [pragma(db, 'application_id'), pragma(db, 'user_version')];
  if (application !== applicationId)
    return `${file} is not a file of a Trackrecord server (an SQLite file with application id ${String(application)}); it was left as it is`;
  return version === formatVersion
    ? undefined
    : `${file} has format ${String(version)}, and this version of Trackrecord reads format ${formatVersion}: use the version that wrote it, or a later one`;
};

/** What was deleted is overwritten at once: passwords, sessions and uploads that are gone are gone from the file. */
const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
`;

const prepare = (db: DatabaseSync): void => {
  if (!isUnmade(db)) return;
  db.exec('BEGIN IMMEDIATE');
  // Another process may have made it while this one waited.
  if (isUnmade(db)) db.exec(schema);
  db.exec('COMMIT');
};

/** The file is its owner's alone from its first byte on; what SQLite puts beside it has the same mode. */
const touch = (file: string): void => {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
};

/**
 * A connection to a server's file, made where there is none.
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
