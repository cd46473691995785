import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { appendRequest } from '../append-request.ts';
import type { EventCodec } from '../event-codec.ts';
import { followPages } from '../follow-pages.ts';
import { positionNumber } from '../position.ts';
import { recorded } from '../stored-event.ts';
import { makeWakeUp } from '../wake-up.ts';
import { memoryStore } from './memory-store.ts';

const isClosed: StorageError = { _tag: 'Unavailable', message: 'the log in memory is closed' };

/**
 * A log in memory, for tests and for trying things out: gone with the process.
 * Events are kept as their stored text, so a codec that loses something loses it here too.
 */
export const memoryEventLog = <A extends Identified>(codec: EventCodec<A>): EventLog<A> => {
  const store = memoryStore();
  const appended = makeWakeUp();
  const closing = new AbortController();

  const whileOpen =
    <L, R>(answer: () => E.Either<L, R>) =>
    (): Promise<E.Either<L | StorageError, R>> =>
      Promise.resolve(closing.signal.aborted ? E.left(isClosed) : answer());

  const readAll: EventLog<A>['readAll'] = (after, limit) =>
    whileOpen(() =>
      pipe(
        positionNumber(after),
        E.flatMap((position) => E.traverseArray(recorded(codec))(store.after(position, limit))),
      ),
    );

  return {
    append: (stream, expected, events) =>
      whileOpen(() => {
        const outcome = pipe(
          appendRequest(codec, stream, expected, events),
          E.flatMap(store.append),
        );
        appended.notify();
        return outcome;
      }),
    readStream: (stream, slice) =>
      whileOpen(() => E.traverseArray(recorded(codec))(store.stream(stream, slice))),
    readAll,
    follow: (after, signal) =>
      followPages(readAll, appended)(after, AbortSignal.any([signal, closing.signal])),
    close: () => {
      closing.abort();
      return Promise.resolve();
    },
  };
};
