import type { DatabaseSync } from 'node:sqlite';

/** Writes all or nothing; waits for other writers first. */
export const inTransaction = <A>(db: DatabaseSync, write: () => A): A => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const answer = write();
    db.exec('COMMIT');
    return answer;
  } catch (thrown) {
    // Some failures (a full disk) have ended the transaction already.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
};
