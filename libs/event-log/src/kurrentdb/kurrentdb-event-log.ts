import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { type AppendOutcome, appendRequest } from '../append-request.ts';
import type { EventCodec } from '../event-codec.ts';
import { followPages } from '../follow-pages.ts';
import { acknowledgedEvents } from './acknowledged.ts';
import { appendToCluster, isBehind, notStored } from './append-to-cluster.ts';
import type { ClusterConnection } from './connection.ts';
import type { Follower } from './follower.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { replicaReads } from './replica-reads.ts';
import type { Replica } from './replica.ts';
import { sameCluster } from './same-cluster.ts';
import { isClosed, type Patience, untilCopied } from './until-copied.ts';

type Parts<A extends Identified> = Readonly<{
  tenant: string;
  codec: EventCodec<A>;
  connection: ClusterConnection;
  replica: Replica;
  /** What brings the copy forward. */
  feed: Pick<Follower, 'condition' | 'moved' | 'acknowledged' | 'stop'>;
  /** How long a reader waits for what this process itself has stored. */
  patience: Patience;
}>;

type Batches<A extends Identified> = ReturnType<EventLog<A>['follow']>;

/** Follows once the copy is there: the position to follow from may be of an append that it does not hold yet. */
const followFrom = async function* <A extends Identified>(
  until: AbortSignal,
  copied: () => Promise<E.Either<StorageError, void>>,
  follow: (until: AbortSignal) => Batches<A>,
): Batches<A> {
  if (until.aborted) return;
  const begun = await copied();
  if (until.aborted) return;
  if (E.isLeft(begun)) yield begun;
  else yield* follow(until);
};

/** The port: appends go to the cluster, reads are served from the node's own copy. */
export const kurrentDbEventLog = <A extends Identified>(parts: Parts<A>): EventLog<A> => {
  const { tenant, codec, connection, replica, feed, patience } = parts;
  const closing = new AbortController();
  const acknowledged = acknowledgedEvents(replica);
  const perStream = oneAtATime();
  const copy = replicaReads(replica, codec);

  const copied = untilCopied({ replica, feed, patience, acknowledged, closing: closing.signal });
  /** A conflict with what the copy does not hold yet is told once it does: whoever reads again has to see it. */
  const toldOnceReadable = async (
    conflict: AppendOutcome,
    stream: StreamName,
  ): Promise<AppendOutcome> => {
    const end = acknowledged.endOf(stream);
    if (end === undefined || (await copied.stream(stream, end.onServer))) return conflict;
    return E.left(closing.signal.aborted ? isClosed : notStored(stream, isBehind));
  };

  const doubtful = sameCluster({ connection, replica, feed });
  const append = appendToCluster({
    onAcknowledged: feed.acknowledged,
    tenant,
    connection,
    known: { replica, acknowledged },
    untilHeld: copied.stream,
  });

  const withOwnWrites =
    <R>(read: TE.TaskEither<StorageError, R>): TE.TaskEither<StorageError, R> =>
    async () => {
      if (closing.signal.aborted) return E.left(isClosed);
      const areThere = await copied.ownWrites();
      if (E.isLeft(areThere)) return areThere;
      return closing.signal.aborted ? E.left(isClosed) : read();
    };

  return {
    append: (stream, expected, toAppend) => async () => {
      if (closing.signal.aborted) return E.left(isClosed);
      const request = appendRequest(codec, stream, expected, toAppend);
      if (E.isLeft(request)) return request;
      const outcome = await perStream.run(stream, async () => {
        const doubt = closing.signal.aborted ? isClosed : await doubtful();
        return doubt === undefined ? append(request.right) : E.left(doubt);
      });
      return E.isLeft(outcome) && outcome.left._tag === 'WrongRevision'
        ? toldOnceReadable(outcome, stream)
        : outcome;
    },
    readStream: (stream, slice) => withOwnWrites(copy.readStream(stream, slice)),
    readAll: (after, limit) => withOwnWrites(copy.readAll(after, limit)),
    follow: (after, signal) =>
      followFrom(AbortSignal.any([signal, closing.signal]), copied.ownWrites, (until) =>
        followPages(copy.readAll, feed.moved)(after, until),
      ),
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      // Both at once: a follower may be waiting for a connection that nobody answers.
      await Promise.all([feed.stop(), connection.close()]);
      // What was under way has failed now, and still looks at the copy to say how.
      await perStream.allOver();
      replica.close();
    },
  };
};
