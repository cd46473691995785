import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { corrupt } from '../stored-event.ts';
import { unavailable } from './sqlite-failure.ts';
import { type StoredRow, columns, storedRow } from './stored-row.ts';
import { streamNames } from './stream-names.ts';

export type StoredRows = E.Either<StorageError, ReadonlyArray<StoredRow>>;

/** A prepared question for events, `from` being what follows `FROM`. */
export type ReadRows = (from: string) => (...values: ReadonlyArray<SQLInputValue>) => StoredRows;

/** Reads rows and serves only those that are what was written; else says which is not. */
export const readRows = (db: DatabaseSync, file: string): ReadRows => {
  const stored = E.traverseArray(storedRow(streamNames(db)));
  const one = db.prepare(`SELECT ${columns} FROM events WHERE position = ?`);

  return (from) => {
    const statement = db.prepare(`SELECT ${columns} FROM ${from}`);
    // Rows as arrays, a page at a time: twice as fast as rows as objects, or as iterating.
    statement.setReturnArrays(true);

    /** Damage kept SQLite from ending the answer: row by row, which one? */
    const firstUnreadable = (values: ReadonlyArray<SQLInputValue>): StorageError | undefined => {
      const positions = db.prepare(`SELECT events.position FROM ${from}`);
      for (const row of positions.iterate(...values)) {
        const position = Number(row['position']);
        const read = E.tryCatch(() => one.get(position), unavailable('read', file));
        if (E.isLeft(read)) {
          return corrupt(position, `the event at position ${position}: ${read.left.message}`);
        }
      }
      return undefined;
    };

    return (...values) => {
      try {
        return stored(statement.all(...values));
      } catch (thrown) {
        const unreadable = E.tryCatch(
          () => firstUnreadable(values),
          () => undefined,
        );
        return E.left(E.toUnion(unreadable) ?? unavailable('read', file)(thrown));
      }
    };
  };
};
