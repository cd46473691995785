import type { EventLog, Identified, Recorded, StorageError } from '@trackrecord/application/ports';
import type { StreamPlace } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { EventCodec } from '../event-codec.ts';
import { type StoredEvent, recorded } from '../stored-event.ts';
import type { FollowFault, Replica } from './replica.ts';
import { positionAt, streamPosition } from './stream-position.ts';

/** The port's questions as the node's copy answers them, as far as it is. */
export type ReplicaReads<A extends Identified> = Pick<EventLog<A>, 'readAll' | 'readStream'>;

const unknownPosition = (at: StreamPlace): StorageError => ({
  _tag: 'Unavailable',
  message: `this node’s copy of the log does not hold ${positionAt(at)}: what remembers that position was made from another log, or by a node that is further on; rebuild it, or try again in a moment`,
});

const unbelieved = ({ message }: FollowFault): StorageError => ({
  _tag: 'Unavailable',
  message: `nothing is answered from this node’s copy of the log: ${message}`,
});

/** Reads of a copy of the log, with the positions of this engine. */
export const replicaReads = <A extends Identified>(
  { reader, fault }: Replica,
  codec: EventCodec<A>,
): ReplicaReads<A> => {
  const decoded = recorded(codec);
  const events = E.traverseArray((stored: StoredEvent): E.Either<StorageError, Recorded<A>> =>
    pipe(
      decoded(stored),
      E.map((event) => ({ ...event, position: positionAt(event) })),
    ),
  );

  /** A copy that may be wrong answers nothing. */
  const believed = (): E.Either<StorageError, void> => {
    const found = fault();
    return found === undefined ? E.right(undefined) : E.left(unbelieved(found));
  };

  const ordinalOf = (at: StreamPlace): E.Either<StorageError, number> =>
    pipe(
      reader.stream(at.stream, { direction: 'forwards', from: at.revision, limit: 1 }),
      E.flatMap(([found]) => E.fromNullable(unknownPosition(at))(found?.position)),
    );

  return {
    readAll: (after, limit) => () =>
      Promise.resolve(
        pipe(
          believed(),
          E.flatMap(() =>
            after === undefined ? E.right(0) : pipe(streamPosition(after), E.flatMap(ordinalOf)),
          ),
          E.flatMap((ordinal) => reader.after(ordinal, limit)),
          E.flatMap(events),
        ),
      ),
    readStream: (stream, slice) => () =>
      Promise.resolve(
        pipe(
          believed(),
          E.flatMap(() => reader.stream(stream, slice)),
          E.flatMap(events),
        ),
      ),
  };
};
