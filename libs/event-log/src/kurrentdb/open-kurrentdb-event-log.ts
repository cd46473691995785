import type { EventLog, Identified, Progress, StorageError } from '@trackrecord/application/ports';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventCodec } from '../event-codec.ts';
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

/** A log in a cluster, and what only such a log has. */
export type ClusterLog<A extends Identified> = Readonly<{
  log: EventLog<A>;
  status: () => FollowerStatus;
}>;

export type KurrentDbEventLogOptions<A extends Identified> = Readonly<{
  /** `esdb://…` or `esdb+discover://…`. */
  connection: string;
  /** Whose log it is, on a cluster that several share: the streams' names begin with it and a full stop. */
  tenant: string;
  /** The node's own copy of the log: an SQLite file, made where there is none. */
  replica: string;
  codec: EventCodec<A>;
  /** Told while the copy catches up. */
  onProgress?: (progress: Progress) => void;
  /** How long opening waits for the copy to hold all that the cluster held then; 0 does not wait. */
  patience_ms?: number;
}>;

export declare const openKurrentDbEventLog: <A extends Identified>(
  options: KurrentDbEventLogOptions<A>,
) => TE.TaskEither<StorageError, ClusterLog<A>>;
