import type { Skipped } from './replica.ts';

/** How far a node is behind its cluster. */
export type FollowerStatus = Readonly<{
  /**
   * `live`: everything that the cluster has told; `behind`: it is still telling; `away`: the cluster cannot be reached;
   * `stopped`: following on would give wrong answers; `elsewhere`: another process follows into the same directory.
   */
  state: 'live' | 'behind' | 'away' | 'stopped' | 'elsewhere';
  /** Why it is away or stopped, for a person. */
  problem: string | undefined;
  /** The last ordinal in the node's own copy. */
  ordinal: number;
  lag: Readonly<{
    /** Events known to be stored and not in the copy yet. */
    events: number;
    /** Since the copy was last known to hold everything; `undefined` where it never was. */
    seconds: number | undefined;
  }>;
  skipped: ReadonlyArray<Skipped>;
}>;
