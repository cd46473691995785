import type { DatabaseSync } from 'node:sqlite';
import type { StreamSlice } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { atMost } from '../position.ts';
import { type StoredEvent, corrupt } from '../stored-event.ts';
import { type StoredEvents, readRows } from './read-rows.ts';

/** Serves only events that are what was written, and no run of them with one missing. */
export type EventReader = Readonly<{
  /** Up to `limit` events after `position`. */
  after: (position: number, limit: number) => StoredEvents;
  stream: (stream: StreamName, slice: StreamSlice) => StoredEvents;
}>;

/** Events whose numbers should follow on each other from `first` by `step`. */
const withoutGap =
  (first: number, step: 1 | -1, called: string, numberOf: (event: StoredEvent) => number) =>
  (events: ReadonlyArray<StoredEvent>): StoredEvents => {
    const gap = events.findIndex((event, index) => numberOf(event) !== first + index * step);
    const event = events[gap];
    return event === undefined
      ? E.right(events)
      : E.left(
          corrupt(
            event.position,
            `${called} ${first + gap * step} is missing before position ${event.position}: restore a backup`,
          ),
        );
  };

export const eventReader = (db: DatabaseSync, file: string): EventReader => {
  const read = readRows(db, file);
  const page = read('WHERE position > ? ORDER BY position LIMIT ?');
  const forwards = read('WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
  const backwards = read('WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?');
  const keyOf = db.prepare('SELECT stream FROM streams WHERE name = ?');
  const exists = db.prepare('SELECT 1 FROM events WHERE position = ?');

  /** A position that this log has not reached was given by another log, or before an older backup was restored. */
  const orBeyond =
    (position: number) =>
    (events: ReadonlyArray<StoredEvent>): StoredEvents =>
      events.length > 0 || position === 0 || exists.get(position) !== undefined
        ? E.right(events)
        : E.left({
            _tag: 'Unavailable',
            message: `${file} ends before position ${position}: what remembers that position was made from another log; rebuild it`,
          });

  return {
    after: (position, limit) =>
      pipe(
        page(position, atMost(limit)),
        E.flatMap(withoutGap(position + 1, 1, 'the event at position', (event) => event.position)),
        E.flatMap(orBeyond(position)),
      ),
    stream: (stream, { direction, from, limit }) => {
      const key = keyOf.get(stream)?.['stream'];
      if (typeof key !== 'number') return E.right([]);
      const revision = `revision`;
      if (direction === 'forwards') {
        const first = Math.max(0, from ?? 0);
        return pipe(
          forwards(key, first, atMost(limit)),
          E.flatMap(withoutGap(first, 1, revision, (event) => event.revision)),
        );
      }
      return pipe(
        backwards(key, from ?? Number.MAX_SAFE_INTEGER, atMost(limit)),
        E.flatMap((events) =>
          withoutGap(events[0]?.revision ?? 0, -1, revision, (event) => event.revision)(events),
        ),
      );
    },
  };
};
