import type { FollowerStatus } from '../wiring/open-cluster.ts';

/** How a node that follows a log stands; nothing but counts, and a problem in words. */
export type NodeState = Readonly<{
  /** `starting`: the log is not open yet; the others as a node of a cluster has them. */
  state: 'starting' | FollowerStatus['state'];
  problem: string | null;
  /** The last ordinal of the log as this node has it. */
  ordinal: number;
  /** The last ordinal that its views hold: what questions are answered from. */
  views: number;
  lag: Readonly<{
    /** Events known to be stored that the views do not hold. */
    events: number;
    /** Since the views were last known to hold everything; `null` where they never were. */
    seconds: number | null;
  }>;
  skipped: Readonly<{ foreign: number; repeated: number }>;
}>;

export const starting: NodeState = {
  state: 'starting',
  problem: null,
  ordinal: 0,
  views: 0,
  lag: { events: 0, seconds: null },
  skipped: { foreign: 0, repeated: 0 },
};

/**
 * Whether a node may be asked: it goes on following, has held everything once, and not too long ago.
 * @param maxLag_seconds how old an answer may be
 */
export const isReady = ({ state, lag }: NodeState, maxLag_seconds: number): boolean =>
  state !== 'starting' &&
  state !== 'stopped' &&
  lag.seconds !== null &&
  lag.seconds <= maxLag_seconds;
