import type { DatabaseSync } from 'node:sqlite';
import type { StorageError, StreamSlice } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { atMost } from '../position.ts';
import { type StoredEvent, corrupt } from '../stored-event.ts';
import { type StoredRows, readRows } from './read-rows.ts';
import { streamPositions } from './stream-positions.ts';

type StoredEvents = E.Either<StorageError, ReadonlyArray<StoredEvent>>;

/** First and last revision, inclusive. */
type Range = Readonly<{ first: number; last: number }>;

/** The revisions that a slice asks for, of a stream whose last is `head`. */
const rangeOf = ({ direction, from, limit }: StreamSlice, head: number): Range => {
  if (direction === 'forwards') {
    const first = Math.max(0, from ?? 0);
    return { first, last: Math.min(head, first + atMost(limit) - 1) };
  }
  const last = Math.min(head, from ?? head);
  return { first: Math.max(0, last - atMost(limit) + 1), last };
};

/** Every revision of the range, of this stream, and no other. */
const complete =
  (stream: StreamName, { first, last }: Range) =>
  (events: ReadonlyArray<StoredEvent>): StoredEvents => {
    const wrong = events.findIndex(
      (event, index) => event.revision !== first + index || event.stream !== stream,
    );
    const index = wrong === -1 ? events.length : wrong;
    return index > last - first
      ? E.right(events)
      : E.left(
          corrupt(
            events[index]?.position ?? events.at(-1)?.position ?? 0,
            `revision ${first + index} of ${stream} is not where the index has it: restore a backup`,
          ),
        );
  };

/** Reads a stream by the index, and by position what the index does not hold yet; on the caller's snapshot. */
export const streamReader = (
  db: DatabaseSync,
  file: string,
): ((stream: StreamName, slice: StreamSlice) => StoredEvents) => {
  const read = readRows(db, file);
  const indexed = read(
    `stream_events JOIN events USING (position)
     WHERE stream_events.stream = ? AND stream_events.revision BETWEEN ? AND ?
     ORDER BY stream_events.revision`,
  );
  const one = read('events WHERE position = ?');
  const keyOf = db.prepare('SELECT stream FROM streams WHERE name = ?');
  const lastIndexed = db.prepare(
    'SELECT max(revision) AS last FROM stream_events WHERE stream = ?',
  );
  const tail = streamPositions(db);

  const readRange = (
    key: number,
    { first, last }: Range,
    unindexed: ReadonlyArray<number>,
    from: number,
  ): StoredRows =>
    pipe(
      indexed(key, first, last),
      E.flatMap((rows) =>
        pipe(
          unindexed.slice(Math.max(0, first - from), Math.max(0, last - from + 1)),
          E.traverseArray((position) => one(position)),
          E.map((later) => [...rows, ...later.flat()]),
        ),
      ),
    );

  return (stream, slice) => {
    const key = keyOf.get(stream)?.['stream'];
    if (typeof key !== 'number') return E.right([]);
    const unindexed = tail.afterIndex(key);
    const inIndex = Number(lastIndexed.get(key)?.['last'] ?? -1) + 1;
    const range = rangeOf(slice, inIndex + unindexed.length - 1);
    return pipe(
      readRange(key, range, unindexed, inIndex),
      E.flatMap(complete(stream, range)),
      E.map((events) => (slice.direction === 'forwards' ? events : events.toReversed())),
    );
  };
};
