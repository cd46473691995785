import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { appendRequest } from '../append-request.ts';
import type { EventCodec } from '../event-codec.ts';
import { followPages } from '../follow-pages.ts';
import { positionNumber } from '../position.ts';
import { recorded } from '../stored-event.ts';
import type { WakeUp } from '../wake-up.ts';
import type { LogReader } from './log-reader.ts';
import type { Writer } from './writer.ts';

type Parts<A extends Identified> = Readonly<{
  file: string;
  codec: EventCodec<A>;
  reader: LogReader;
  writer: Writer;
  /** How followers learn that there is more. */
  more: WakeUp;
}>;

/** The port, made of a connection that reads and a writer. */
export const sqliteEventLog = <A extends Identified>(parts: Parts<A>): EventLog<A> => {
  const { file, codec, reader, writer, more } = parts;
  const events = E.traverseArray(recorded(codec));
  const closing = new AbortController();
  const isClosed: StorageError = { _tag: 'Unavailable', message: `the log ${file} is closed` };

  const whileOpen =
    <R>(answer: () => E.Either<StorageError, R>): TE.TaskEither<StorageError, R> =>
    () =>
      Promise.resolve(closing.signal.aborted ? E.left(isClosed) : answer());

  const readAll: EventLog<A>['readAll'] = (after, limit) =>
    whileOpen(() =>
      pipe(
        positionNumber(after),
        E.flatMap((position) => reader.after(position, limit)),
        E.flatMap(events),
      ),
    );

  return {
    append: (stream, expected, toAppend) => async () => {
      if (closing.signal.aborted) return E.left(isClosed);
      const request = appendRequest(codec, stream, expected, toAppend);
      if (E.isLeft(request)) return request;
      const outcome = await writer.append(request.right);
      if (E.isRight(outcome)) more.notify();
      return outcome;
    },
    readStream: (stream, slice) =>
      whileOpen(() => pipe(reader.stream(stream, slice), E.flatMap(events))),
    readAll,
    follow: (after, signal) =>
      followPages(readAll, more)(after, AbortSignal.any([signal, closing.signal])),
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      // The writer last: who closes last brings what is in the -wal file into the log, which a reader may not.
      reader.close();
      await writer.close();
    },
  };
};
