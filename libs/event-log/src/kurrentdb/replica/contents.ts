import type { DatabaseSync } from 'node:sqlite';
import type { EventId, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Place } from '../../judge-ids.ts';
import { eventIds } from '../../sqlite/event-ids.ts';
import { indexedTo } from '../../sqlite/indexes.ts';
import { streamHeads } from '../../sqlite/stream-heads.ts';
import { onSnapshot } from '../../sqlite/transaction.ts';
import { placesAfter, unindexedTail } from '../../sqlite/unindexed-tail.ts';

/** Where ids and the ends of streams stand in a log file. */
export type Contents = Readonly<{
  /** The last position. */
  head: () => number;
  placeOf: (id: EventId) => Place | undefined;
  lastRevision: (stream: StreamName) => number | undefined;
}>;

/** The contents of a log that another process writes: each answer as the file is at that moment. */
export const movingContents = (db: DatabaseSync, file: string): Contents => {
  const newPlaces = placesAfter(db, file);
  const last = db.prepare('SELECT max(position) AS last FROM events');
  const tail = unindexedTail([]);
  const heads = streamHeads(db, tail);
  const ids = eventIds(db, tail);
  let indexed = 0;
  let seen = 0;

  const keepUp = (): void => {
    const now = indexedTo(db);
    if (now !== indexed) {
      tail.cut(0);
      indexed = now;
      seen = now;
    }
    const places = newPlaces(seen);
    if (E.isLeft(places)) throw new Error(places.left.message);
    places.right.forEach(tail.add);
    seen = places.right.at(-1)?.position ?? seen;
    heads.forget();
  };

  /** The index and what is not in it yet from one snapshot: between two, events move from one to the other. */
  const upToDate = <A>(ask: () => A): A =>
    onSnapshot(db, () => {
      keepUp();
      return ask();
    });

  return {
    head: () => Number(last.get()?.['last'] ?? 0),
    placeOf: (id) => upToDate(() => ids.placeOf(id)),
    lastRevision: (stream) => upToDate(() => heads.lastRevision(stream)),
  };
};
