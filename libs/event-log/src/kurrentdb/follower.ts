import type { Progress } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { WakeUp } from '../wake-up.ts';
import type { ClusterPosition } from './cluster-event.ts';
import type { ClusterConnection } from './connection.ts';
import { followerCondition } from './follower-condition.ts';
import { untilCaughtUp } from './follower-caught-up.ts';
import { lagAccount } from './follower-lag.ts';
import { followerListener } from './follower-listener.ts';
import { followLoop } from './follower-loop.ts';
import { progressOf } from './follower-progress.ts';
import type { FollowerStatus } from './follower-status.ts';
import type { Replica } from './replica.ts';

export type FollowerOptions = Readonly<{
  connection: Pick<ClusterConnection, 'subscribe' | 'readStream' | 'end'>;
  /** A copy that was opened to follow into; whoever opened it closes it, once the follower has stopped. */
  replica: Replica;
  /** Resolves after so many ms, or as soon as `signal` is aborted. */
  delay: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
  /** In ms since 1970. */
  now: () => number;
  /** Told when the copy has moved, or the state has changed. */
  onChange?: () => void;
}>;

/** What is asked before every append and every read. */
export type Condition = Pick<FollowerStatus, 'state' | 'problem'> &
  Readonly<{
    /** Whether waiting for the copy makes sense. */
    isFed: boolean;
  }>;

/**
 * Whether there is nothing to wait for. A subscription that ends once is begun again at once: leaders change, and
 * releases before 24.2 end one whose reader was slow for a moment.
 */
const isLost = (state: FollowerStatus['state'], failures: number): boolean =>
  state === 'stopped' || (state === 'away' && failures > 1);

/** Brings a node's copy of the log forward for as long as the process runs. */
export type Follower = Readonly<{
  status: () => FollowerStatus;
  /** Of the status what is asked before every append. */
  condition: () => Condition;
  /** Says that this process has stored events in a stream, which ends with this revision on the server. */
  acknowledged: (stream: StreamName, onServer: bigint) => void;
  /**
   * Resolves with `true` when the copy holds everything that the cluster held at the call; with `false` when `signal`
   * was aborted or the follower has stopped.
   */
  caughtUp: (signal: AbortSignal) => Promise<boolean>;
  /** Tells when the copy has moved, or the state has changed. */
  moved: Pick<WakeUp, 'seen' | 'since'>;
  /** Events taken since the start, and an estimate of how many there are. */
  progress: () => Progress;
  stop: () => Promise<void>;
}>;

/** Follows a cluster into a node’s copy, subscribing again whenever a subscription ends, until it is stopped. */
export const startFollower = ({
  connection,
  replica,
  delay,
  random,
  now,
  onChange = () => undefined,
}: FollowerOptions): Follower => {
  const stopping = new AbortController();
  const condition = followerCondition(onChange);
  const lag = lagAccount(replica, () => condition.state() === 'live', now);
  const listener = followerListener({ replica, condition, lag });
  const { reached } = listener;
  const start = { head: replica.head(), position: replica.checkpoint() };
  let end: ClusterPosition | undefined;

  const lookForEnd = async (): Promise<void> => {
    const found = await connection.end()();
    if (E.isRight(found)) end = found.right;
  };

  const loop = followLoop({ connection, replica, reached, listener, delay, random });
  const running = loop.run(stopping.signal);
  void lookForEnd();

  return {
    status: () => ({
      state: condition.state(),
      problem: condition.problem(),
      ordinal: replica.head(),
      lag: lag.lag(),
      skipped: replica.skipped(),
    }),
    condition: () => {
      const [state, problem] = [condition.state(), condition.problem()];
      return { state, problem, isFed: !isLost(state, loop.failures()) };
    },
    acknowledged: lag.acknowledged,
    caughtUp: async (signal) => {
      const isCaughtUp = await untilCaughtUp(
        { connection, condition, heard: listener, renew: loop.renew },
        AbortSignal.any([signal, stopping.signal]),
      );
      // A subscription says that it has told everything a moment after the last event.
      if (isCaughtUp && listener.begun() > 0 && condition.state() === 'behind')
        condition.become('live');
      return isCaughtUp;
    },
    moved: condition.moved,
    progress: () => progressOf({ start, now: { head: replica.head(), position: reached() }, end }),
    stop: async () => {
      stopping.abort();
      await running;
      listener.save();
      lag.save();
    },
  };
};
