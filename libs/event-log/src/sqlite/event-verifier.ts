import type { DatabaseSync } from 'node:sqlite';
import type { Identified, Recorded, StorageError } from '@trackrecord/application/ports';
import type { EventId, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { EventCodec } from '../event-codec.ts';
import { corrupt, recorded } from '../stored-event.ts';
import { indexedTo, positionsById } from './indexes.ts';
import { type StoredRow, storedRow } from './stored-row.ts';
import { streamNames } from './stream-names.ts';

export type EventVerifier = Readonly<{
  /** What is wrong with the row at the next position; `undefined` where nothing is. */
  next: (position: number, row: unknown) => string | undefined;
  countStreams: () => number;
}>;

const gone = (position: number): StorageError =>
  corrupt(position, `the event at position ${position} is missing, or cannot be read`);

/** Checks each event by itself, against those before it and against the indexes. */
export const eventVerifier = <A extends Identified>(
  db: DatabaseSync,
  codec: EventCodec<A>,
): EventVerifier => {
  const stored = storedRow(streamNames(db));
  const decoded = recorded(codec);
  const indexedPosition = positionsById(db);
  const inStream = db.prepare(
    'SELECT position FROM stream_events WHERE stream = ? AND revision = ?',
  );
  const indexed = indexedTo(db);
  const heads = new Map<StreamName, number>();
  const unindexed = new Set<EventId>();
  let unreadable = 0;

  /** Revisions follow on each other, but for those that an unreadable event before may have had. */
  const wrongRevision = ({ stream, revision }: StoredRow): string | undefined => {
    const expected = (heads.get(stream) ?? -1) + 1;
    heads.set(stream, revision);
    return revision >= expected && revision - expected <= unreadable
      ? undefined
      : `it is revision ${revision} of ${stream}, which should go on with ${expected}`;
  };

  const wrongId = ({ position }: StoredRow, id: EventId): string | undefined => {
    const known = unindexed.has(id) ? -1 : indexedPosition(id);
    if (position > indexed) unindexed.add(id);
    return known === (position > indexed ? undefined : position)
      ? undefined
      : `its id ${id} is another event’s, or missing in the index of ids`;
  };

  const wrongPlace = ({ position, key, revision }: StoredRow): string | undefined =>
    position > indexed || inStream.get(key, revision)?.['position'] === position
      ? undefined
      : 'the index of streams does not lead to it';

  const check = (row: StoredRow, { event }: Recorded<A>): string | undefined => {
    const wrong = wrongRevision(row) ?? wrongId(row, event.id) ?? wrongPlace(row);
    return wrong === undefined ? undefined : `the event at position ${row.position}: ${wrong}`;
  };

  return {
    next: (position, row) =>
      pipe(
        row === undefined ? E.left(gone(position)) : stored(row),
        E.flatMap((found) =>
          pipe(
            decoded(found),
            E.map((event) => check(found, event)),
          ),
        ),
        E.getOrElse((error): string | undefined => {
          unreadable += 1;
          return error.message;
        }),
      ),
    countStreams: () => heads.size,
  };
};
