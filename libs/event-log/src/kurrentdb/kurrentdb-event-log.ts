import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { appendRequest } from '../append-request.ts';
import type { EventCodec } from '../event-codec.ts';
import { followPages } from '../follow-pages.ts';
import type { WakeUp } from '../wake-up.ts';
import { acknowledgedEvents, reached } from './acknowledged.ts';
import { appendToCluster } from './append-to-cluster.ts';
import type { ClusterConnection } from './connection.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { replicaReads } from './replica-reads.ts';
import type { Replica } from './replica.ts';
import { type Patience, untilCopied } from './until-copied.ts';

type Parts<A extends Identified> = Readonly<{
  tenant: string;
  codec: EventCodec<A>;
  connection: ClusterConnection;
  replica: Replica;
  /** Tells when the copy has moved. */
  moved: Pick<WakeUp, 'seen' | 'since'>;
  /** How long a reader waits for what this process itself has stored. */
  patience: Patience;
  /** Whether the copy is being brought forward: where it is not, readers are served what it holds. */
  isFed: () => boolean;
  /** Why nothing may be appended: the copy cannot follow any more. */
  refusal: () => StorageError | undefined;
  /** Ends what feeds the copy. */
  stop: () => Promise<void>;
}>;

const isClosed: StorageError = { _tag: 'Unavailable', message: 'the log in the cluster is closed' };

/** The port: appends go to the cluster, reads are served from the node's own copy. */
export const kurrentDbEventLog = <A extends Identified>(parts: Parts<A>): EventLog<A> => {
  const { tenant, codec, connection, replica, moved, patience } = parts;
  const closing = new AbortController();
  const acknowledged = acknowledgedEvents(replica);
  const known = { replica, acknowledged };
  const perStream = oneAtATime();
  const copy = replicaReads(replica, codec);

  const waitUntil = (isThere: () => boolean): Promise<E.Either<StorageError, void>> =>
    untilCopied(isThere, moved, patience, closing.signal);

  const append = appendToCluster({
    tenant,
    connection,
    known,
    untilHeld: (stream, onServer) =>
      waitUntil(() => (replica.lastOnServer(stream) ?? -1n) >= onServer),
  });

  /** Whoever has stored something can read it: waits for what was acknowledged until now. */
  const ownWritesCopied = (): Promise<E.Either<StorageError, void>> => {
    const ends = acknowledged.ends();
    return waitUntil(() => reached(replica, ends) || !parts.isFed());
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
      const refused = parts.refusal();
      if (refused !== undefined) return E.left(refused);
      return perStream(stream, () => append(request.right));
    },
    readStream: (stream, slice) => withOwnWrites(copy.readStream(stream, slice)),
    readAll: (after, limit) => withOwnWrites(copy.readAll(after, limit)),
    follow: async function* follow(after, signal) {
      const until = AbortSignal.any([signal, closing.signal]);
      if (until.aborted) return;
      // The position may be of an append that the copy does not hold yet.
      const copied = await ownWritesCopied();
      if (until.aborted) return;
      if (E.isLeft(copied)) yield copied;
      else yield* followPages(copy.readAll, moved)(after, until);
    },
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      await parts.stop();
      await connection.close();
      replica.close();
    },
  };
};
