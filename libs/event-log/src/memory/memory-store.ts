import type { StreamSlice } from '@trackrecord/application/ports';
import type { EventId, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { type AppendOutcome, type AppendRequest, isExpected } from '../append-request.ts';
import { judgeIds } from '../judge-ids.ts';
import { atMost } from '../position.ts';
import type { StoredEvent } from '../stored-event.ts';

/** Stored events in plain arrays. */
export type MemoryStore = Readonly<{
  append: (request: AppendRequest) => AppendOutcome;
  stream: (stream: StreamName, slice: StreamSlice) => ReadonlyArray<StoredEvent>;
  after: (position: number, limit: number) => ReadonlyArray<StoredEvent>;
}>;

export const memoryStore = (): MemoryStore => {
  const all: Array<StoredEvent> = [];
  const streams = new Map<StreamName, Array<StoredEvent>>();
  const byId = new Map<EventId, StoredEvent>();

  const write = ({ stream, ids, texts }: AppendRequest): AppendOutcome => {
    const events = streams.get(stream) ?? [];
    streams.set(stream, events);
    ids.forEach((id, index) => {
      const text = texts[index] ?? '';
      const stored = { position: all.length + 1, stream, revision: events.length, text };
      all.push(stored);
      events.push(stored);
      byId.set(id, stored);
    });
    const position = String(all.length);
    return E.right({ lastRevision: events.length - 1, position, duplicate: false });
  };

  return {
    append: (request) => {
      const { stream, expected, ids } = request;
      const judged = judgeIds(stream, ids, (id) => byId.get(id));
      const actual = streams.get(stream)?.at(-1)?.revision;
      switch (judged._tag) {
        case 'Reused':
          return E.left({ _tag: 'IdReused', id: judged.id });
        case 'Repeated':
          return E.right(judged.appended);
        case 'Fresh':
          return isExpected(expected, actual)
            ? write(request)
            : E.left({ _tag: 'WrongRevision', stream, actual });
      }
    },
    stream: (stream, { direction, from, limit }) => {
      const events = streams.get(stream) ?? [];
      const chosen =
        direction === 'forwards'
          ? events.filter(({ revision }) => revision >= (from ?? 0))
          : events.filter(({ revision }) => revision <= (from ?? Infinity)).reverse();
      return chosen.slice(0, atMost(limit));
    },
    after: (position, limit) => all.slice(position, position + atMost(limit)),
  };
};
