import type { DomainEvent } from '@trackrecord/domain';
import type { Ordinal, StreamPlace } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, notYet, storage } from '../failure.ts';
import type { EventLog, StorageError } from '../ports/event-log.ts';
import type { Views } from '../ports/views.ts';
import type { Tail } from './remembering-tail.ts';
import { placeOf, type Token } from './token.ts';

/** What waiting needs: a node's log, its views, and where in the log's order they stand. */
export type Following = Readonly<{
  log: Pick<EventLog<DomainEvent>, 'readStream' | 'follow'>;
  views: Pick<Views, 'catchUp'>;
  tail: Tail;
}>;

/** Resolves after so many ms, or as soon as the signal is aborted. */
export type Pause = (length_ms: number, signal: AbortSignal) => Promise<void>;

/** How long to wait, and by which timer. */
export type Patience = Readonly<{ seconds: number; pause: Pause }>;

const holds = (
  { log }: Following,
  { stream, revision }: StreamPlace,
): TE.TaskEither<StorageError, boolean> =>
  pipe(
    log.readStream(stream, { direction: 'forwards', from: revision, limit: 1 }),
    TE.map((found) => found.length > 0),
  );

/** Follows the log from where the views stand until it tells of the place; false where patience ends first. */
const untilTold =
  (
    { log, tail }: Following,
    place: StreamPlace,
    { seconds, pause }: Patience,
  ): TE.TaskEither<StorageError, boolean> =>
  async () => {
    const [following, pausing] = [new AbortController(), new AbortController()];
    void pause(seconds * 1000, pausing.signal).then(() => {
      following.abort();
    });
    try {
      for await (const batch of log.follow(tail(), following.signal)) {
        if (E.isLeft(batch)) return batch;
        const told = batch.right.some(
          ({ stream, revision }) => stream === place.stream && revision >= place.revision,
        );
        if (told) return E.right(true);
      }
      return E.right(false);
    } finally {
      pausing.abort();
    }
  };

/**
 * Waits until this node holds what a token stands for, in its log and in its views; gives the ordinal that the views
 * then stand at. Where that takes longer than the patience, a failure that says how far the node is.
 */
export const waitFor =
  (node: Following) =>
  (token: Token, patience: Patience): TE.TaskEither<Failure, Ordinal> =>
    pipe(
      TE.fromEither(placeOf(token)),
      TE.bindTo('place'),
      TE.bind('isThere', ({ place }) =>
        pipe(
          holds(node, place),
          TE.chain((held) =>
            held || patience.seconds <= 0 ? TE.right(held) : untilTold(node, place, patience),
          ),
          TE.mapLeft(storage),
        ),
      ),
      TE.bind('ordinal', () => pipe(node.views.catchUp(), TE.mapLeft(storage))),
      TE.chainEitherK(({ isThere, ordinal }) =>
        isThere
          ? E.right(ordinal)
          : E.left(
              notYet(
                `This node does not hold the change with token ${token} yet, after waiting ${patience.seconds} s: it stands at ordinal ${ordinal}. Ask again in a moment, or wait longer.`,
              ),
            ),
      ),
    );
