import type { EventLog, Identified, Progress, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { delay } from '../delay.ts';
import type { EventCodec } from '../event-codec.ts';
import { polling } from '../sqlite/polling.ts';
import { openConnection } from './connection/open-connection.ts';
import type { ConnectionOptions } from './connection/options.ts';
import type { ClusterConnection } from './connection.ts';
import type { FollowerStatus } from './follower-status.ts';
import { type Follower, startFollower } from './follower.ts';
import { kurrentDbEventLog } from './kurrentdb-event-log.ts';
import { openReplica } from './replica/open-replica.ts';
import type { Replica } from './replica.ts';
import type { Patience } from './until-copied.ts';

/** A log in a cluster, and what only such a log has. */
export type ClusterLog<A extends Identified> = Readonly<{
  log: EventLog<A>;
  status: () => FollowerStatus;
}>;

export type KurrentDbEventLogOptions<A extends Identified> = ConnectionOptions &
  Readonly<{
    /** The node's own copy of the log: an SQLite file, made where there is none. */
    replica: string;
    codec: EventCodec<A>;
    /** Told while the copy catches up. */
    onProgress?: ((progress: Progress) => void) | undefined;
    /** How long opening waits for the copy to hold all that the cluster held then: 10,000; 0 does not wait. */
    catchUpPatience_ms?: number | undefined;
    /** How long to wait for another process that follows into the same copy to end; not at all unless given. */
    lockPatience_ms?: number | undefined;
    /** How long a reader waits for the copy to hold what this process has stored: 5,000. */
    ownWritesPatience_ms?: number | undefined;
  }>;

/** What brings a copy forward: this process, or another one. */
type Feed = Pick<Follower, 'status' | 'condition' | 'moved' | 'acknowledged' | 'stop'>;

/** How often a copy that another process brings forward is looked at: whoever waits for his own write waits for this. */
const look_ms = 10;

const fedElsewhere = (replica: Replica): Feed => ({
  status: () => ({
    state: 'elsewhere',
    problem: undefined,
    ordinal: replica.head(),
    lag: { events: 0, seconds: undefined },
    skipped: replica.skipped(),
  }),
  condition: () => ({ state: 'elsewhere', problem: undefined, isFed: true }),
  moved: polling((signal) => delay(look_ms, signal)),
  acknowledged: () => undefined,
  stop: () => Promise.resolve(),
});

/** Waits for the copy to catch up, as long as that is under way. */
const awaitCatchUp = async (
  follower: Follower,
  onProgress: (progress: Progress) => void,
  patience: Patience,
): Promise<void> => {
  const enough = new AbortController();
  const { signal } = enough;
  void patience.delay(patience.patience_ms, signal).then(() => {
    enough.abort();
  });
  const caughtUp = follower.caughtUp(signal).then(() => {
    enough.abort();
  });
  while (!signal.aborted) {
    const seen = follower.moved.seen();
    if (!follower.condition().isFed) enough.abort();
    onProgress(follower.progress());
    await follower.moved.since(seen, signal);
  }
  await caughtUp;
};

/** A copy that holds nothing can answer nothing until its cluster has told that there is nothing. */
const neverFollowed = (replica: Replica, follower: Follower): StorageError | undefined => {
  const { state, problem } = follower.condition();
  const isUsable = state === 'live' || state === 'stopped' || replica.checkpoint() !== undefined;
  return isUsable
    ? undefined
    : { _tag: 'Unavailable', message: problem ?? 'the cluster has not told anything yet' };
};

const assembled = <A extends Identified>(
  options: KurrentDbEventLogOptions<A>,
  connection: ClusterConnection,
  replica: Replica,
  feed: Feed,
): ClusterLog<A> => ({
  log: kurrentDbEventLog({
    tenant: options.tenant,
    codec: options.codec,
    connection,
    replica,
    feed,
    patience: {
      patience_ms: options.ownWritesPatience_ms ?? 5_000,
      delay: options.delay ?? delay,
    },
  }),
  status: feed.status,
});

const following = async <A extends Identified>(
  options: KurrentDbEventLogOptions<A>,
  connection: ClusterConnection,
  replica: Replica,
): Promise<E.Either<StorageError, ClusterLog<A>>> => {
  const { onProgress = () => undefined, catchUpPatience_ms = 10_000 } = options;
  const patience = { patience_ms: catchUpPatience_ms, delay: options.delay ?? delay };
  const follower = startFollower({
    connection,
    replica,
    delay: patience.delay,
    random: options.random ?? Math.random,
    now: options.now ?? Date.now,
  });
  if (catchUpPatience_ms > 0) await awaitCatchUp(follower, onProgress, patience);
  const opened = assembled(options, connection, replica, follower);
  const unusable = catchUpPatience_ms > 0 ? neverFollowed(replica, follower) : undefined;
  if (unusable === undefined) return E.right(opened);
  await opened.log.close();
  return E.left(unusable);
};

/**
 * Opens a log in a cluster: connects, and follows the cluster into the node's own copy, unless another process on this
 * machine follows into that file already. Where the cluster is away, the copy is opened as it is; only a copy that has
 * never held anything is refused.
 */
export const openKurrentDbEventLog =
  <A extends Identified>(
    options: KurrentDbEventLogOptions<A>,
  ): TE.TaskEither<StorageError, ClusterLog<A>> =>
  async () => {
    const connection = await openConnection(options)();
    if (E.isLeft(connection)) return connection;
    const { replica: file, codec, tenant, lockPatience_ms: patience_ms = 0 } = options;
    const own = openReplica({ file, codec, tenant, mode: 'follow', patience_ms });
    if (E.isRight(own)) return following(options, connection.right, own.right);
    const anothers =
      own.left._tag === 'Locked' ? openReplica({ file, codec, tenant, mode: 'read' }) : own;
    if (E.isRight(anothers)) {
      const replica = anothers.right;
      return E.right(assembled(options, connection.right, replica, fedElsewhere(replica)));
    }
    await connection.right.close();
    return anothers;
  };
