import type { DomainEvent } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventLog, Position, Recorded } from '../ports/event-log.ts';

/** Where in the log's order whoever reads it page by page has got to; `undefined` before its first event. */
export type Tail = () => Position | undefined;

/** A log, how far it was read, and the last event that was read of it. */
export type Remembered = Readonly<{
  log: EventLog<DomainEvent>;
  tail: Tail;
  last: () => Recorded<DomainEvent> | undefined;
}>;

/**
 * A log that remembers how far its global order was read. Handed to views, it tells where they stand: from there on
 * the log is followed, however long it is.
 */
export const rememberingTail = (log: EventLog<DomainEvent>): Remembered => {
  const read: { upTo: Position | undefined; last: Recorded<DomainEvent> | undefined } = {
    upTo: undefined,
    last: undefined,
  };
  return {
    log: {
      ...log,
      readAll: (after, limit) =>
        pipe(
          log.readAll(after, limit),
          TE.map((page) => {
            read.last = page.at(-1) ?? read.last;
            read.upTo = page.at(-1)?.position ?? after;
            return page;
          }),
        ),
    },
    tail: () => read.upTo,
    last: () => read.last,
  };
};
