import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { EventLog, Progress, StorageError } from '@trackrecord/application/ports';
import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Checkpoint } from './checkpoint.ts';
import { busyTimeout_ms, openDatabase, removeViews, writingViews } from './open-database.ts';
import { emptyTables } from './start-anew.ts';
import { subjectIndex } from './views-schema.ts';
import { takingIn } from './take-in.ts';

type Rebuild = Readonly<{
  file: string;
  log: EventLog<DomainEvent>;
  onProgress: (progress: Progress) => void;
}>;

/** What is worked out from other columns cannot be copied; all other columns at once is several times as fast. */
const columnsOf = (db: DatabaseSync, table: string): string => {
  const named = (pragma: string) =>
    db
      .prepare(`SELECT name FROM ${pragma}(?, 'anew')`)
      .all(table)
      .map((row) => `"${String(row['name'])}"`);
  const stored = named('pragma_table_info');
  return stored.length === named('pragma_table_xinfo').length ? '' : stored.join(', ');
};

const copyTables = (db: DatabaseSync): void => {
  const tables = db
    .prepare(
      "SELECT name FROM anew.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  for (const row of tables) {
    const table = String(row['name']);
    const columns = columnsOf(db, table);
    const into = columns === '' ? '' : ` (${columns})`;
    const what = columns === '' ? '*' : columns;
    db.exec(`INSERT INTO main."${table}"${into} SELECT ${what} FROM anew."${table}"`);
  }
};

/** Puts the new views in the place of those in the file, which holds no more than they do. */
const putInPlace = async (
  file: string,
  anew: string,
  catchUp: () => Promise<E.Either<StorageError, Checkpoint>>,
): Promise<E.Either<StorageError, Checkpoint>> => {
  const db = new DatabaseSync(file, { timeout: busyTimeout_ms });
  try {
    db.exec(writingViews);
    db.prepare('ATTACH ? AS anew').run(anew);
    // From here on nobody takes anything in there: what others took in meanwhile is not to be gone for a moment. (To
    // begin at once, as elsewhere, would keep the new views from being written too.)
    db.exec('BEGIN; DELETE FROM main.checkpoint');
    const caughtUp = await catchUp();
    if (E.isRight(caughtUp)) {
      emptyTables(db);
      copyTables(db);
      db.exec(subjectIndex);
      db.exec('COMMIT');
    }
    return caughtUp;
  } finally {
    // Takes back what was not committed.
    db.close();
  }
};

/**
 * Builds the views of a log in a file of their own, and puts them in the place of the old ones in one transaction.
 * Others who have these open, a server say, are answered from the old ones up to then and from the new ones after.
 */
export const rebuildViews = async ({
  file,
  log,
  onProgress,
}: Rebuild): Promise<E.Either<StorageError, Checkpoint>> => {
  const anew = `${file}.anew-${randomUUID()}`;
  try {
    const db = openDatabase(anew);
    // What is lost of it with the process is made again.
    db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    try {
      const takeIn = takingIn(db, log);
      const catchUp = () => takeIn(onProgress);
      const taken = await catchUp();
      return E.isLeft(taken) ? taken : await putInPlace(file, anew, catchUp);
    } finally {
      db.close();
    }
  } finally {
    removeViews(anew);
  }
};
