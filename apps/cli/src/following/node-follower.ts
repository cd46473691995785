import { describeFailure, type Pause, storage, type StorageError } from '@trackrecord/application';
import type { Instant } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { Temporal } from 'temporal-polyfill';
import type { FollowerStatus } from '../wiring/open-cluster.ts';
import type { OpenData } from '../wiring/open-data.ts';
import type { NodeState } from './node-state.ts';

/** A node that keeps its views up to date, and tells how it stands. */
export type NodeFollower = Readonly<{
  state: () => NodeState;
  /** Follows until the signal is aborted; what fails meanwhile is told as a problem and tried again. */
  run: (stopped: AbortSignal) => Promise<void>;
}>;

type Parts = Pick<OpenData, 'log' | 'views' | 'tail' | 'status' | 'clock'> &
  Readonly<{ pause: Pause }>;

/** What cannot be read now is tried again after so long. */
const retry_ms = 1000;

const secondsBetween = (earlier: Instant, later: Instant): number =>
  Math.max(0, Temporal.Instant.from(earlier).until(later).total('seconds'));

/** A log in a file is nobody's copy: what can be read of it is all there is. */
const ofOwnLog = (ordinal: number): FollowerStatus => ({
  state: 'live',
  problem: undefined,
  ordinal,
  lag: { events: 0, seconds: 0 },
  skipped: [],
});

/** What this process knows of its own views. */
type Known = {
  views: number;
  /** When they last held all that the node has; `undefined` where they never did. */
  wholeAt: Instant | undefined;
  problem: StorageError | undefined;
};

const stateOf = (
  { views, wholeAt, problem }: Readonly<Known>,
  status: FollowerStatus,
  now: Instant,
): NodeState => {
  const isWhole = problem === undefined && views >= status.ordinal;
  const own = isWhole ? 0 : wholeAt === undefined ? undefined : secondsBetween(wholeAt, now);
  const copy = status.lag.seconds;
  const count = (why: string) => status.skipped.filter((one) => one.why === why).length;
  return {
    state: problem !== undefined && status.state === 'live' ? 'away' : status.state,
    problem: problem === undefined ? (status.problem ?? null) : describeFailure(storage(problem)),
    ordinal: status.ordinal,
    views,
    lag: {
      events: status.lag.events + Math.max(0, status.ordinal - views),
      seconds: own === undefined || copy === undefined ? null : Math.max(own, copy),
    },
    skipped: { foreign: count('foreign'), repeated: count('repeated') },
  };
};

/** Keeps a node's views at the end of its log, which for a cluster is brought forward by the adapter itself. */
export const nodeFollower = (parts: Parts): NodeFollower => {
  const { log, views, tail, status, clock, pause } = parts;
  const known: Known = {
    views: E.getOrElse(() => 0)(views.head()),
    wholeAt: clock.now(),
    problem: undefined,
  };
  const statusNow = (): FollowerStatus => status?.() ?? ofOwnLog(known.views);

  const takeIn = async (): Promise<E.Either<StorageError, void>> => {
    const caughtUp = await views.catchUp()();
    if (E.isLeft(caughtUp)) return caughtUp;
    known.views = caughtUp.right;
    known.problem = undefined;
    if (known.views >= statusNow().ordinal) known.wholeAt = clock.now();
    return E.right(undefined);
  };

  const followOnce = async (stopped: AbortSignal): Promise<E.Either<StorageError, void>> => {
    for await (const batch of log.follow(tail(), stopped)) {
      const taken = E.isLeft(batch) ? batch : await takeIn();
      if (E.isLeft(taken)) return taken;
    }
    return E.right(undefined);
  };

  return {
    state: () => stateOf(known, statusNow(), clock.now()),
    run: async (stopped) => {
      while (!stopped.aborted) {
        const followed = await followOnce(stopped);
        if (stopped.aborted) return;
        if (E.isLeft(followed)) known.problem = followed.left;
        await pause(retry_ms, stopped);
        if (!stopped.aborted) await takeIn();
      }
    },
  };
};
