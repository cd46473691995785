import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCode } from '../sqlite/sqlite-failure.ts';
import { lookupCheckpoint } from './checkpoint.ts';
import { DamagedRow } from './row-values.ts';
import { startAnew } from './start-anew.ts';

/** How long to wait for others who write to the views. */
export const busyTimeout_ms = 10_000;

/** SQLite's codes for a damaged file, and for one that is no database at all. */
const damageCodes: ReadonlyArray<number | undefined> = [11, 26];

/** Whether the views are not what was written: SQLite says so, or a row does. */
export const isDamage = (thrown: unknown): boolean =>
  thrown instanceof DamagedRow || damageCodes.includes(sqliteCode(thrown));

/**
 * Losing the newest views to a power cut costs nothing: they are taken in again. 64 MiB of cache and few, large
 * checkpoints: a long log is taken in a third faster.
 */
export const writingViews =
  'PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16000';

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

const pragma = (db: DatabaseSync, name: string): number =>
  Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);

/** A file that was cut short still begins as it should: every page must be in it, or in the -wal file beside it. */
const isCutShort = (db: DatabaseSync, file: string): boolean =>
  file !== ':memory:' &&
  pragma(db, 'page_count') * pragma(db, 'page_size') > sizeOf(file) + sizeOf(`${file}-wal`);

const prepared = (db: DatabaseSync, file: string): 'sound' | 'damaged' => {
  try {
    db.exec(`PRAGMA journal_mode = WAL; ${writingViews}`);
    if (isCutShort(db, file)) return 'damaged';
    if (lookupCheckpoint(db) === undefined) startAnew(db, undefined);
    return 'sound';
  } catch (thrown) {
    if (isDamage(thrown)) return 'damaged';
    db.close();
    throw thrown;
  }
};

/** Takes away what is damaged; others who have it open keep what they see until they close it. */
export const removeViews = (file: string): void => {
  ['', '-wal', '-shm'].forEach((suffix) => {
    rmSync(`${file}${suffix}`, { force: true });
  });
};

/** Opens the file of the views; one that is damaged, or of another definition, makes way for empty views. */
export const openDatabase = (file: string): DatabaseSync => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: busyTimeout_ms });
  if (prepared(db, file) === 'sound') return db;
  db.close();
  removeViews(file);
  const anew = new DatabaseSync(file, { timeout: busyTimeout_ms });
  if (prepared(anew, file) === 'sound') return anew;
  anew.close();
  throw new Error('they are damaged again as soon as they are made');
};
