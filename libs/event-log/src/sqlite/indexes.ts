import type { DatabaseSync } from 'node:sqlite';
import type { EventId } from '@trackrecord/kernel';
import type { EventPlace } from './event-place.ts';
import { inOrderOfIds } from './in-order-of-ids.ts';
import { inTransaction } from './transaction.ts';

/** The position up to which the indexes hold every event. */
export const indexedTo = (db: DatabaseSync): number =>
  Number(db.prepare('SELECT position FROM indexed').get()?.['position']);

/** A UUID that is asked with, as its 16 bytes. SQLite makes them in half the time that a `Buffer` takes. */
const idBytes = "unhex(?, '-')";

/**
 * Brings places into the indexes, in one transaction. In the indexes' own order, so that each page of them is
 * written once for all places that it takes.
 */
export const addToIndexes = (db: DatabaseSync, places: ReadonlyArray<EventPlace>): void => {
  const last = places.at(-1);
  if (last === undefined) return;
  const ids = db.prepare(`INSERT INTO event_ids (id, position) VALUES (${idBytes}, ?)`);
  const streams = db.prepare(
    'INSERT INTO stream_events (stream, revision, position) VALUES (?, ?, ?)',
  );
  const reached = db.prepare('UPDATE indexed SET position = ?');
  inTransaction(db, () => {
    for (const { id, position } of inOrderOfIds(places)) ids.run(id, position);
    for (const { stream, revision, position } of places.toSorted(
      (a, b) => a.stream - b.stream || a.revision - b.revision,
    )) {
      streams.run(stream, revision, position);
    }
    reached.run(last.position);
  });
};

/** Where an id stands, of the events that the indexes hold. */
export const positionsById = (db: DatabaseSync): ((id: EventId) => number | undefined) => {
  const select = db.prepare(`SELECT position FROM event_ids WHERE id = ${idBytes}`);
  select.setReturnArrays(true);
  return (id) => {
    const row: unknown = select.get(id);
    return Array.isArray(row) ? Number(row[0]) : undefined;
  };
};
