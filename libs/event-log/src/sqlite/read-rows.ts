import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { type StoredEvent, corrupt } from '../stored-event.ts';
import { unavailable } from './sqlite-failure.ts';
import { columns, storedEvent } from './stored-row.ts';
import { streamNames } from './stream-names.ts';

export type StoredEvents = E.Either<StorageError, ReadonlyArray<StoredEvent>>;

/** A prepared question for events, `rest` being what follows `FROM events`. */
export type ReadRows = (rest: string) => (...values: ReadonlyArray<SQLInputValue>) => StoredEvents;

/** Reads rows and serves only those that are what was written; else says which is not. */
export const readRows = (db: DatabaseSync, file: string): ReadRows => {
  const stored = E.traverseArray(storedEvent(streamNames(db)));
  return (rest) => {
    const statement = db.prepare(`SELECT ${columns} FROM events ${rest}`);
    const positions = db.prepare(`SELECT position FROM events ${rest}`);
    const one = db.prepare(`SELECT ${columns} FROM events WHERE position = ?`);
    // Rows as arrays, a page at a time: twice as fast as rows as objects, or as iterating.
    statement.setReturnArrays(true);

    /** Damage kept SQLite from ending the answer: row by row, which one? */
    const firstUnreadable = (values: ReadonlyArray<SQLInputValue>): StorageError | undefined => {
      for (const row of positions.iterate(...values)) {
        const position = Number(row['position']);
        const read = E.tryCatch(() => one.get(position), unavailable('read', file));
        if (E.isLeft(read)) return corrupt(position, `position ${position}: ${read.left.message}`);
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
