import type { DatabaseSync } from 'node:sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { type AppendOutcome, type AppendRequest, isExpected } from '../append-request.ts';
import { judgeIds } from '../judge-ids.ts';
import { eventChecksum } from './event-checksum.ts';
import { eventIds } from './event-ids.ts';
import { streamHeads } from './stream-heads.ts';
import type { UnindexedTail } from './unindexed-tail.ts';

export type AppendOne = Readonly<{
  /** One append, within a transaction that the caller began. */
  append: (request: AppendRequest) => AppendOutcome;
  /** The last event's position. */
  position: () => number;
  /** To be called when the transaction was taken back: the position that it began at. */
  takenBack: (position: number) => void;
}>;

const lastPosition = (db: DatabaseSync): number =>
  Number(db.prepare('SELECT max(position) AS last FROM events').get()?.['last'] ?? 0);

/** Looks at revision and ids, and writes or refuses: a refused append has written nothing. */
export const makeAppendOne = (db: DatabaseSync, tail: UnindexedTail): AppendOne => {
  const insert = db.prepare(
    'INSERT INTO events (position, stream, revision, checksum, event) VALUES (?, ?, ?, ?, ?)',
  );
  const heads = streamHeads(db, tail);
  const ids = eventIds(db, tail);
  let position = lastPosition(db);

  const write = (request: AppendRequest): AppendOutcome => {
    const { stream, texts } = request;
    const head = heads.forAppend(stream);
    request.ids.forEach((id, index) => {
      const text = texts[index] ?? '';
      position += 1;
      head.last += 1;
      const { key, last: revision } = head;
      insert.run(position, key, revision, eventChecksum(position, revision, stream, text), text);
      tail.add({ id, position, stream: key, revision });
    });
    return E.right({ lastRevision: head.last, position: String(position), duplicate: false });
  };

  const refuse = (request: AppendRequest, actual: number | undefined): AppendOutcome => {
    const judged = judgeIds(request.stream, request.ids, ids.placeOf);
    switch (judged._tag) {
      case 'Reused':
        return E.left({ _tag: 'IdReused', id: judged.id });
      case 'Repeated':
        return E.right(judged.appended);
      case 'Fresh':
        return E.left({ _tag: 'WrongRevision', stream: request.stream, actual });
    }
  };

  return {
    append: (request) => {
      const actual = heads.lastRevision(request.stream);
      return isExpected(request.expected, actual) && ids.areFresh(request.ids)
        ? write(request)
        : refuse(request, actual);
    },
    position: () => position,
    takenBack: (to) => {
      position = to;
      heads.forget();
    },
  };
};
