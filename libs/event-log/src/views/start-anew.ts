import type { DatabaseSync } from 'node:sqlite';
import { atStart, type Checkpoint, lookupCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { inTransaction } from '../sqlite/transaction.ts';
import { viewsSchema } from './views-schema.ts';

/** Tables of today's definition with nothing in them, whatever was there; inside the caller's transaction. */
export const emptyTables = (db: DatabaseSync): void => {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  tables.forEach((table) => {
    db.exec(`DROP TABLE main."${String(table['name'])}"`);
  });
  db.exec(viewsSchema);
};

/**
 * Empty views of today's definition, in one transaction.
 * @param judged the checkpoint for which this was decided: where another process has moved the views since, what
 * it made of them stays
 */
export const startAnew = (db: DatabaseSync, judged: Checkpoint | undefined): void => {
  inTransaction(db, () => {
    if (lookupCheckpoint(db)?.last?.event !== judged?.last?.event) return;
    emptyTables(db);
    writeCheckpoint(db, atStart);
  });
};
