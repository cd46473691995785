import type { DatabaseSync } from 'node:sqlite';
import type { StreamName } from '@trackrecord/kernel';

/** A stream's key in the file, and its last revision; -1 while it has no event. */
export type StreamHead = { readonly key: number; last: number };

export type StreamHeads = Readonly<{
  lastRevision: (stream: StreamName) => number | undefined;
  /** The head, of a stream that is made where there is none: the caller writes the revisions after `last`, and says so in it. */
  forAppend: (stream: StreamName) => StreamHead;
  /** To be called when a transaction was taken back. */
  forget: () => void;
}>;

/** Streams whose head is remembered: about 10 MB at the most. */
const remembered = 50_000;

/** Each stream's last revision: looked up once, then remembered, for there is one writer only. */
export const streamHeads = (db: DatabaseSync): StreamHeads => {
  const heads = new Map<StreamName, StreamHead>();
  const select = db.prepare(
    `SELECT streams.stream AS key, coalesce(max(revision), -1) AS last
     FROM streams LEFT JOIN events USING (stream) WHERE name = ? GROUP BY streams.stream`,
  );
  const insert = db.prepare('INSERT INTO streams (name) VALUES (?)');

  const remember = (stream: StreamName, head: StreamHead): StreamHead => {
    if (heads.size >= remembered) heads.clear();
    heads.set(stream, head);
    return head;
  };

  const lookup = (stream: StreamName): StreamHead | undefined => {
    const known = heads.get(stream);
    if (known !== undefined) return known;
    const row = select.get(stream);
    return row === undefined
      ? undefined
      : remember(stream, { key: Number(row['key']), last: Number(row['last']) });
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
