import * as E from 'fp-ts/lib/Either.js';
import { type AppendOutcome, type AppendRequest, isExpected } from '../append-request.ts';
import { judgeIds } from '../judge-ids.ts';
import type { EventWriter } from './event-writer.ts';

/** One append, within a transaction that the caller began. */
export type AppendOne = (request: AppendRequest) => AppendOutcome;

/** Looks at revision and ids, and writes or refuses: a refused append has written nothing. */
export const makeAppendOne = (writer: EventWriter): AppendOne => {
  const { heads, ids } = writer;

  const write = (request: AppendRequest): AppendOutcome => {
    const { stream, texts } = request;
    const head = heads.forAppend(stream);
    request.ids.forEach((id, index) => {
      writer.write(stream, head, id, texts[index] ?? '');
    });
    const position = String(writer.position());
    return E.right({ lastRevision: head.last, position, duplicate: false });
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

  return (request) => {
    const actual = heads.lastRevision(request.stream);
    return isExpected(request.expected, actual) && ids.areFresh(request.ids)
      ? write(request)
      : refuse(request, actual);
  };
};
