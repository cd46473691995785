import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { type AppendOutcome, appendRequest } from '../append-request.ts';
import type { EventCodec } from '../event-codec.ts';
import { followPages } from '../follow-pages.ts';
import { acknowledgedEvents, reached } from './acknowledged.ts';
import { appendToCluster, isBehind, notStored } from './append-to-cluster.ts';
import type { ClusterConnection } from './connection.ts';
import type { Follower } from './follower.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { replicaReads } from './replica-reads.ts';
import type { Replica } from './replica.ts';
import { type Patience, untilCopied } from './until-copied.ts';

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

const isClosed: StorageError = { _tag: 'Unavailable', message: 'the log in the cluster is closed' };

const notCopied: StorageError = {
  _tag: 'Unavailable',
  message:
    'the cluster has it, and this node’s own copy of the log does not hold it yet: ask again in a moment, or see “trackrecord log status”',
};

/** Why nothing may be appended: decisions would be made on a copy that is never going to be right. */
const refusal = ({ condition }: Parts<never>['feed']): StorageError | undefined => {
  const { state, problem } = condition();
  return state === 'stopped'
    ? {
        _tag: 'Unavailable',
        message: `nothing is recorded while this node does not follow its cluster: ${problem ?? 'it has stopped'}`,
      }
    : undefined;
};

/** Whether the copy is being brought forward: where it is not, readers are served what it holds. */
const isFed = ({ condition }: Parts<never>['feed']): boolean => {
  const { state } = condition();
  return state !== 'away' && state !== 'stopped';
};

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
  const { moved } = feed;
  const closing = new AbortController();
  const acknowledged = acknowledgedEvents(replica);
  const known = { replica, acknowledged };
  const perStream = oneAtATime();
  const copy = replicaReads(replica, codec);

  const waitUntil = (isThere: () => boolean): Promise<boolean> =>
    untilCopied(isThere, moved, patience, closing.signal);

  const untilHeld = (stream: StreamName, onServer: bigint): Promise<boolean> =>
    waitUntil(() => (replica.lastOnServer(stream) ?? -1n) >= onServer);

  const append = appendToCluster({
    onAcknowledged: feed.acknowledged,
    tenant,
    connection,
    known,
    untilHeld,
  });

  /** A conflict with what the copy does not hold yet is told once it does: whoever reads again has to see it. */
  const toldWhenReadable = async (
    stream: StreamName,
    outcome: AppendOutcome,
  ): Promise<AppendOutcome> => {
    if (E.isRight(outcome) || outcome.left._tag !== 'WrongRevision') return outcome;
    const end = acknowledged.endOf(stream);
    if (end === undefined || (await untilHeld(stream, end.onServer))) return outcome;
    return E.left(closing.signal.aborted ? isClosed : notStored(stream, isBehind));
  };

  /** Whoever has stored something can read it: waits for what was acknowledged until now. */
  const ownWritesCopied = async (): Promise<E.Either<StorageError, void>> => {
    const ends = acknowledged.ends();
    const isThere = await waitUntil(() => reached(replica, ends) || !isFed(feed));
    if (closing.signal.aborted) return E.left(isClosed);
    return isThere ? E.right(undefined) : E.left(notCopied);
  };

  const withOwnWrites =
    <R>(read: TE.TaskEither<StorageError, R>): TE.TaskEither<StorageError, R> =>
    async () => {
      if (closing.signal.aborted) return E.left(isClosed);
      const copied = await ownWritesCopied();
      if (E.isLeft(copied)) return copied;
      return closing.signal.aborted ? E.left(isClosed) : read();
    };

  return {
    append: (stream, expected, toAppend) => async () => {
      if (closing.signal.aborted) return E.left(isClosed);
      const request = appendRequest(codec, stream, expected, toAppend);
      if (E.isLeft(request)) return request;
      const refused = refusal(feed);
      if (refused !== undefined) return E.left(refused);
      const outcome = await perStream.run(stream, async () =>
        closing.signal.aborted ? E.left(isClosed) : append(request.right),
      );
      return toldWhenReadable(stream, outcome);
    },
    readStream: (stream, slice) => withOwnWrites(copy.readStream(stream, slice)),
    readAll: (after, limit) => withOwnWrites(copy.readAll(after, limit)),
    follow: (after, signal) =>
      followFrom(AbortSignal.any([signal, closing.signal]), ownWritesCopied, (until) =>
        followPages(copy.readAll, moved)(after, until),
      ),
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      await feed.stop();
      await connection.close();
      // What was under way has failed now, and still looks at the copy to say how.
      await perStream.allOver();
      replica.close();
    },
  };
};
