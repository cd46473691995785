import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` in one transaction that writes; what it throws is thrown again once all of it was taken back. */
export const inTransaction = <A>(db: DatabaseSync, work: () => A): A => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    db.exec('COMMIT');
    return answer;
  } catch (thrown) {
    // After some failures (a full disk) SQLite has rolled back by itself.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
};

/** Runs several questions on one snapshot of the file. */
export const onSnapshot = <A>(db: DatabaseSync, ask: () => A): A => {
  db.exec('BEGIN');
  try {
    return ask();
  } finally {
    // Nothing was written; unlike COMMIT this also ends a transaction in which damage was met.
    if (db.isTransaction) db.exec('ROLLBACK');
  }
};
