import type { DatabaseSync } from 'node:sqlite';
import type { StreamName } from '@trackrecord/kernel';
import type { UnindexedTail } from './unindexed-tail.ts';

/** A stream's key in the file, and its last revision; -1 while it has no event. */
export type StreamHead = { readonly key: number; last: number };

export type StreamHeads = Readonly<{
  lastRevision: (stream: StreamName) => number | undefined;
  /**
   * The head, of a stream that is made where there is none: the caller writes the revisions after `last`, and says so
   * in it.
   */
  forAppend: (stream: StreamName) => StreamHead;
  /** To be called when a transaction was taken back. */
  forget: () => void;
}>;

/** Streams whose head is remembered: about 10 MB at the most. */
const remembered = 50_000;

/** Each stream's last revision: looked up once, then remembered, for there is one writer only. */
export const streamHeads = (db: DatabaseSync, tail: UnindexedTail): StreamHeads => {
  const heads = new Map<StreamName, StreamHead>();
  const selectKey = db.prepare('SELECT stream FROM streams WHERE name = ?');
  const selectLast = db.prepare('SELECT max(revision) AS last FROM stream_events WHERE stream = ?');
  const insert = db.prepare('INSERT INTO streams (name) VALUES (?)');

  const remember = (stream: StreamName, head: StreamHead): StreamHead => {
    if (heads.size >= remembered) heads.clear();
    heads.set(stream, head);
    return head;
  };

  const lookup = (stream: StreamName): StreamHead | undefined => {
    const known = heads.get(stream);
    if (known !== undefined) return known;
    const key = selectKey.get(stream)?.['stream'];
    if (typeof key !== 'number') return undefined;
    const last = tail.lastRevision(key) ?? selectLast.get(key)?.['last'] ?? -1;
    return remember(stream, { key, last: Number(last) });
  };

  return {
    lastRevision: (stream) => {
      const head = lookup(stream);
      return head === undefined || head.last < 0 ? undefined : head.last;
    },
    forAppend: (stream) =>
      lookup(stream) ??
      remember(stream, { key: Number(insert.run(stream).lastInsertRowid), last: -1 }),
    forget: () => {
      heads.clear();
    },
  };
};
