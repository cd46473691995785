import type { DatabaseSync } from 'node:sqlite';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { atMost } from '../position.ts';
import { type StoredEvent, corrupt } from '../stored-event.ts';
import { readRows } from './read-rows.ts';

type StoredEvents = E.Either<StorageError, ReadonlyArray<StoredEvent>>;

/** Positions are dense: a row that damage hides shows by the gap that it leaves. */
const withoutGap =
  (after: number) =>
  (events: ReadonlyArray<StoredEvent>): StoredEvents => {
    const gap = events.findIndex(({ position }, index) => position !== after + 1 + index);
    const position = after + 1 + gap;
    return gap === -1
      ? E.right(events)
      : E.left(corrupt(position, `the event at position ${position} is missing: restore a backup`));
  };

/** Reads up to `limit` events after a position, in global order. */
export const allReader = (
  db: DatabaseSync,
  file: string,
): ((position: number, limit: number) => StoredEvents) => {
  const page = readRows(db, file)('events WHERE position > ? ORDER BY position LIMIT ?');
  const exists = db.prepare('SELECT 1 FROM events WHERE position = ?');

  /** A position that this log has not reached was given by another, or by this one before a backup was restored. */
  const orBeyond =
    (position: number) =>
    (events: ReadonlyArray<StoredEvent>): StoredEvents =>
      events.length > 0 || position === 0 || exists.get(position) !== undefined
        ? E.right(events)
        : E.left({
            _tag: 'Unavailable',
            message: `${file} ends before position ${position}: what remembers that position was made from another log; rebuild it`,
          });

  return (position, limit) =>
    pipe(
      page(position, atMost(limit)),
      E.flatMap(withoutGap(position)),
      E.flatMap(orBeyond(position)),
    );
};
