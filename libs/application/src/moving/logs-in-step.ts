import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { EventLog, Position, Recorded, StorageError } from '../ports/event-log.ts';

export type Log = EventLog<DomainEvent>;
export type Event = Recorded<DomainEvent>;
export type Events = ReadonlyArray<Event>;

/** Events read at once: few enough to stay responsive, enough not to count. */
export const pageLength = 1000;

/** The next events of two logs, place for place and equally many; once one has ended, what the other has yet. */
export type Stretch = Readonly<{
  /** The ordinal before the first of them. */
  after: number;
  one: Events;
  other: Events;
}>;

type PageReader = Readonly<{
  /** The next events, at least one; none at the log's end. */
  next: () => Promise<E.Either<StorageError, Events>>;
  /** So many of them are done with. */
  drop: (count: number) => void;
}>;

const pageReader = (log: Log): PageReader => {
  let after: Position | undefined;
  let waiting: Events = [];
  return {
    next: async () => {
      if (waiting.length > 0) return E.right(waiting);
      const page = await log.readAll(after, pageLength)();
      if (E.isLeft(page)) return page;
      waiting = page.right;
      after = waiting.at(-1)?.position ?? after;
      return page;
    },
    drop: (count) => {
      waiting = waiting.slice(count);
    },
  };
};

/** Reads two logs place for place from their start. The last stretch is the one in which one of them has ended. */
export async function* logsInStep(
  one: Log,
  other: Log,
): AsyncGenerator<E.Either<StorageError, Stretch>, void> {
  const [left, right] = [pageReader(one), pageReader(other)];
  let after = 0;
  for (;;) {
    const ones = await left.next();
    if (E.isLeft(ones)) {
      yield ones;
      return;
    }
    const others = await right.next();
    if (E.isLeft(others)) {
      yield others;
      return;
    }
    const count = Math.min(ones.right.length, others.right.length);
    if (count === 0) {
      yield E.right({ after, one: ones.right, other: others.right });
      return;
    }
    yield E.right({
      after,
      one: ones.right.slice(0, count),
      other: others.right.slice(0, count),
    });
    left.drop(count);
    right.drop(count);
    after += count;
  }
}
