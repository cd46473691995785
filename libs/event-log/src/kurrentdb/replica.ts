import type { StorageError } from '@trackrecord/application/ports';
import type { EventId, StreamName } from '@trackrecord/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type { Place } from '../judge-ids.ts';
import type { LogReader } from '../sqlite/log-reader.ts';
import type { ClusterEvent, ClusterPosition } from './cluster-event.ts';

/** An event of the cluster that is not in the log, and why: the same on every node. */
export type Skipped = Readonly<{
  stream: string;
  revision: bigint;
  id: string;
  type: string;
  /** `foreign`: not written by Trackrecord; `repeated`: a second try of an append whose first had landed. */
  why: 'foreign' | 'repeated';
}>;

/** Why following cannot go on without giving wrong answers: for a person. */
export type FollowFault = Readonly<{
  _tag: 'Gap' | 'Reordered' | 'Replaced' | 'Deleted' | 'NewerFormat';
  message: string;
  /** Whether the copy is right as far as it is; where not, events in it may be numbered wrongly. */
  isSound: boolean;
}>;

/** Where an event stands in the cluster. */
export type PlaceOnServer = Readonly<{
  /** The whole name, with the tenant's prefix. */
  stream: string;
  revision: bigint;
  id: string;
}>;

/** What a batch came to. */
export type Taken = Readonly<{ added: number; skipped: number; redelivered: number }>;

/**
 * A node's own copy of the cluster's log: a log file like the embedded engine's, with how far the cluster was
 * followed. Positions in it are ordinals, dense and the same on every node.
 */
export type Replica = Readonly<{
  reader: LogReader;
  /** The last ordinal. */
  head: () => number;
  /** The last event of the log, where it stands in the cluster; `undefined` for a log without an event. */
  last: () => E.Either<StorageError, PlaceOnServer | undefined>;
  /** How far the cluster was followed. */
  checkpoint: () => ClusterPosition | undefined;
  /** Why what it holds may be wrong; `undefined` where it is right. */
  fault: () => FollowFault | undefined;
  placeOf: (id: EventId) => Place | undefined;
  /** The last revision of a stream as the log counts it; `undefined` for no stream. */
  lastRevision: (stream: StreamName) => number | undefined;
  /** The last revision of a stream on the server, skipped events included; `undefined` for no stream. */
  lastOnServer: (stream: StreamName) => bigint | undefined;
  /**
   * Takes events in, in the order of the cluster; they and the checkpoint, which never moves back, do so in one
   * transaction. A fault leaves everything as it was before the event that it names; what came before that one stays.
   * Where a fault says that the copy itself may be wrong, it takes nothing from then on, also when it is opened again.
   */
  take: (
    events: ReadonlyArray<ClusterEvent>,
    checkpoint: ClusterPosition,
  ) => E.Either<StorageError | FollowFault, Taken>;
  /**
   * Brings the indexes up to date if they are far behind: to be called at the cluster’s end. Until then `take` leaves
   * them further behind than is good for reading, which is faster.
   */
  tidy: () => void;
  /** When the copy was last known to hold everything, in ms since 1970, as it was last noted. */
  heldAll_ms: () => number | undefined;
  noteHeldAll: (at_ms: number) => void;
  /** In the order of the cluster. */
  skipped: () => ReadonlyArray<Skipped>;
  close: () => void;
}>;
