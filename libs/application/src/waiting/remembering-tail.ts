import type { DomainEvent } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventLog, Position } from '../ports/event-log.ts';

/** Where in the log's order whoever reads it page by page has got to; `undefined` before its first event. */
export type Tail = () => Position | undefined;

/**
 * A log that remembers how far its global order was read. Handed to views, it tells where they stand: from there on
 * the log is followed, however long it is.
 */
export const rememberingTail = (
  log: EventLog<DomainEvent>,
): Readonly<{ log: EventLog<DomainEvent>; tail: Tail }> => {
  const read: { upTo: Position | undefined } = { upTo: undefined };
  return {
    log: {
      ...log,
      readAll: (after, limit) =>
        pipe(
          log.readAll(after, limit),
          TE.map((page) => {
            read.upTo = page.at(-1)?.position ?? after;
            return page;
          }),
        ),
    },
    tail: () => read.upTo,
  };
};
