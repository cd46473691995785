import type { DatabaseSync } from 'node:sqlite';
import type { StorageError } from '@trackrecord/application/ports';
import { EventId } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { corrupt, parsed } from '../stored-event.ts';
import type { EventPlace } from './event-place.ts';
import { indexedTo } from './indexes.ts';
import { readRows } from './read-rows.ts';
import type { StoredRow } from './stored-row.ts';

/** The places of the events that the indexes do not hold yet, in memory. */
export type UnindexedTail = Readonly<{
  add: (place: EventPlace) => void;
  length: () => number;
  places: () => ReadonlyArray<EventPlace>;
  byId: (id: EventId) => EventPlace | undefined;
  lastRevision: (stream: number) => number | undefined;
  /** Whether it is the whole log: the indexes hold nothing yet. */
  isAll: () => boolean;
  /** Keeps the first `length` and forgets the others. */
  cut: (length: number) => void;
}>;

export const unindexedTail = (found: ReadonlyArray<EventPlace>): UnindexedTail => {
  const places: Array<EventPlace> = [];
  const ids = new Map<EventId, EventPlace>();
  const heads = new Map<number, number>();

  const add = (place: EventPlace): void => {
    places.push(place);
    ids.set(place.id, place);
    heads.set(place.stream, place.revision);
  };

  found.forEach(add);
  return {
    add,
    length: () => places.length,
    places: () => places,
    byId: (id) => ids.get(id),
    lastRevision: (stream) => heads.get(stream),
    isAll: () => places[0]?.position === 1,
    cut: (length) => {
      const kept = places.slice(0, length);
      places.length = 0;
      ids.clear();
      heads.clear();
      kept.forEach(add);
    },
  };
};

/** The stored JSON is an object with the event's id: the codec's part of the contract. */
const placeIn = ({
  text,
  position,
  key,
  revision,
}: StoredRow): E.Either<StorageError, EventPlace> =>
  pipe(
    parsed(text),
    E.map((json) => (typeof json === 'object' && json !== null && 'id' in json ? json.id : json)),
    E.filterOrElse(EventId.is, () => 'no id'),
    E.bimap(
      (why) => corrupt(position, `the event at position ${position} cannot be indexed: ${why}`),
      (id) => ({ id, position, stream: key, revision }),
    ),
  );

/** Where the events after a position stand, read from the events themselves. */
export const placesAfter = (
  db: DatabaseSync,
  file: string,
): ((position: number) => E.Either<StorageError, ReadonlyArray<EventPlace>>) => {
  const rows = readRows(db, file)('events WHERE position > ? ORDER BY position');
  return (position) => pipe(rows(position), E.flatMap(E.traverseArray(placeIn)));
};

/** The tail that an earlier process left. */
export const loadTail = (db: DatabaseSync, file: string): E.Either<StorageError, UnindexedTail> =>
  pipe(placesAfter(db, file)(indexedTo(db)), E.map(unindexedTail));
