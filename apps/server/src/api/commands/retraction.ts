import { type Failure, missing, storage } from '@trackrecord/application';
import { type EventId, Ordinal, type StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import type { Desk } from '../../desk.ts';

/** What is taken back, by the ordinals of its events. */
export const ByOrdinals = t.type({ ordinals: t.readonlyArray(Ordinal) });

/** The events of a stream at some ordinals: which is nothing that anybody would know by their ids. */
export const eventsAt = (
  { views }: Desk,
  stream: StreamName,
  ordinals: ReadonlyArray<Ordinal>,
): TE.TaskEither<Failure, ReadonlyArray<EventId>> =>
  pipe(
    views.catchUp(),
    TE.chainEitherK((head) => views.recordsOf(stream, head, {})),
    TE.mapLeft(storage),
    TE.chainEitherK((records) =>
      pipe(
        [...new Set(ordinals)],
        E.traverseArray((ordinal) =>
          E.fromNullable(missing(`Ordinal ${ordinal} is no event of this history.`, 'ordinals'))(
            records.find((record) => record.ordinal === ordinal)?.eventId,
          ),
        ),
      ),
    ),
  );
