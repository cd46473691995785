import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterPosition } from './cluster-event.ts';
import type { ClusterConnection } from './connection.ts';
import type { FollowerCondition } from './follower-condition.ts';
import type { Heard } from './follower-listener.ts';
import { isAfter } from './replica/follow-faults.ts';

type Parts = Readonly<{
  connection: Pick<ClusterConnection, 'end'>;
  condition: Pick<FollowerCondition, 'state'>;
  heard: Heard;
  /** Begins another subscription. */
  renew: () => void;
}>;

type End = E.Either<StorageError, ClusterPosition | undefined>;

/**
 * Waits until the copy holds everything that the cluster held at the call. That shows by the cluster’s last position;
 * or, since the last events may be another tenant’s, by a subscription that was begun since and has caught up.
 * @returns whether it does; `false` when `signal` was aborted or the follower has stopped
 */
export const untilCaughtUp = async (
  { connection, condition, heard, renew }: Parts,
  signal: AbortSignal,
): Promise<boolean> => {
  const before = heard.begun();
  let end: End | undefined;
  void connection
    .end()()
    .then((answer) => {
      end = answer;
      heard.changed.notify();
    });

  const isReached = (): boolean => {
    if (heard.caughtUp() > before) return true;
    // Before the first subscription nobody has made sure that it is the same cluster.
    if (heard.begun() === 0 || end === undefined || E.isLeft(end)) return false;
    const reached = heard.reached();
    return end.right === undefined || (reached !== undefined && !isAfter(end.right, reached));
  };

  for (;;) {
    const seen = heard.changed.seen();
    if (condition.state() === 'stopped') return false;
    if (isReached()) return true;
    if (signal.aborted) return false;
    // All that the present subscription told is there, and it may not tell how far that is for a long time.
    if (end !== undefined && condition.state() === 'live' && heard.begun() === before) renew();
    await heard.changed.since(seen, signal);
  }
};
