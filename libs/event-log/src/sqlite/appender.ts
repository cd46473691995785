import type { DatabaseSync } from 'node:sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { type AppendOutcome, type AppendRequest, isExpected } from '../append-request.ts';
import { judgeIds } from '../judge-ids.ts';
import { eventChecksum } from './event-checksum.ts';
import { eventIds } from './event-ids.ts';
import { unavailable } from './sqlite-failure.ts';
import { streamHeads } from './stream-heads.ts';

/** Several appends in one transaction, on the disk when it returns: one answer for each, in their order. */
export type Appender = (requests: ReadonlyArray<AppendRequest>) => ReadonlyArray<AppendOutcome>;

const lastPosition = (db: DatabaseSync): number =>
  Number(db.prepare('SELECT max(position) AS last FROM events').get()?.['last'] ?? 0);

/**
 * The one writer of a log file: knows no codec and no thread, so that it runs on the main thread or in a worker.
 * An append that is refused leaves nothing; a failure of the disk takes back all appends of its transaction.
 */
export const makeAppender = (db: DatabaseSync, file: string): Appender => {
  const insert = db.prepare(
    'INSERT INTO events (position, stream, revision, checksum, event) VALUES (?, ?, ?, ?, ?)',
  );
  const heads = streamHeads(db);
  const ids = eventIds(db);
  let position = lastPosition(db);

  const write = (request: AppendRequest): AppendOutcome => {
    const head = heads.forAppend(request.stream);
    for (const text of request.texts) {
      position += 1;
      head.last += 1;
      const checksum = eventChecksum(position, head.last, request.stream, text);
      insert.run(position, head.key, head.last, checksum, text);
    }
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

  const append = (request: AppendRequest): AppendOutcome => {
    const actual = heads.lastRevision(request.stream);
    return isExpected(request.expected, actual) && ids.claim(request.ids, position + 1)
      ? write(request)
      : refuse(request, actual);
  };

  return (requests) => {
    const before = position;
    try {
      db.exec('BEGIN IMMEDIATE');
      const outcomes = requests.map(append);
      db.exec('COMMIT');
      return outcomes;
    } catch (thrown) {
      if (db.isTransaction) db.exec('ROLLBACK');
      heads.forget();
      position = before;
      const failure = E.left(unavailable('write to', file)(thrown));
      return requests.map(() => failure);
    }
  };
};
