import type { DatabaseSync } from 'node:sqlite';
import type { EventId, StreamName } from '@trackrecord/kernel';
import { eventChecksum } from './event-checksum.ts';
import { type EventIds, eventIds } from './event-ids.ts';
import { type StreamHead, type StreamHeads, streamHeads } from './stream-heads.ts';
import type { UnindexedTail } from './unindexed-tail.ts';

/** Where a transaction began, to go back to. */
export type Mark = Readonly<{ position: number; tail: number }>;

/** Writes events after the last; whether they may be written is for others to judge, by what it knows of the log. */
export type EventWriter = Readonly<{
  heads: Pick<StreamHeads, 'lastRevision' | 'forAppend'>;
  ids: EventIds;
  /** One event at the end of a stream, whose head is told of it. Within a transaction that the caller began. */
  write: (stream: StreamName, head: StreamHead, id: EventId, text: string) => void;
  /** The last event's position. */
  position: () => number;
  mark: () => Mark;
  /** To be called when the transaction was taken back. */
  takenBack: (to: Mark) => void;
}>;

const lastPosition = (db: DatabaseSync): number =>
  Number(db.prepare('SELECT max(position) AS last FROM events').get()?.['last'] ?? 0);

export const eventWriter = (db: DatabaseSync, tail: UnindexedTail): EventWriter => {
  const insert = db.prepare(
    'INSERT INTO events (position, stream, revision, checksum, event) VALUES (?, ?, ?, ?, ?)',
  );
  const heads = streamHeads(db, tail);
  let position = lastPosition(db);

  return {
    heads,
    ids: eventIds(db, tail),
    write: (stream, head, id, text) => {
      position += 1;
      head.last += 1;
      const { key, last: revision } = head;
      insert.run(position, key, revision, eventChecksum(position, revision, stream, text), text);
      tail.add({ id, position, stream: key, revision });
    },
    position: () => position,
    mark: () => ({ position, tail: tail.length() }),
    takenBack: (to) => {
      position = to.position;
      tail.cut(to.tail);
      heads.forget();
    },
  };
};
