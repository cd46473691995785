import type { DatabaseSync, StatementSync } from 'node:sqlite';

const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** A statement of a connection; it is prepared the first time, which costs many times what running it does. */
export const preparedOnce = (db: DatabaseSync, sql: string): StatementSync => {
  const known = prepared.get(db) ?? new Map<string, StatementSync>();
  prepared.set(db, known);
  const before = known.get(sql);
  if (before !== undefined) return before;
  const statement = db.prepare(sql);
  known.set(sql, statement);
  return statement;
};
