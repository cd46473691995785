import type { StorageError } from '@trackrecord/application/ports';
import type { EventId } from '@trackrecord/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { ClusterEvent, ClusterPosition } from './cluster-event.ts';

/** An event to store: its id, the name that operators see, and its canonical JSON. */
export type ProposedEvent = Readonly<{ id: EventId; type: string; text: string }>;

/** An append as the cluster takes it. There is no "any": a writer always says where it believes the stream to be. */
export type ClusterAppend = Readonly<{
  /** The whole name, with the tenant's prefix. */
  stream: string;
  /** The last revision on the server; `undefined` where the stream has never been written to. */
  expected: bigint | undefined;
  events: ReadonlyArray<ProposedEvent>;
}>;

export type ClusterAppendError =
  /** The stream is elsewhere, and these events are not in it after `expected`. */
  | Readonly<{ _tag: 'WrongRevision' }>
  /** `Unavailable` when every try was in vain; its message says whether the events may be stored after all. */
  | StorageError;

export type ClusterReadError =
  /** The stream was deleted for good: it has a tombstone. */
  Readonly<{ _tag: 'StreamDeleted'; message: string }> | StorageError;

/** What a subscription tells, in order. */
export type FromCluster =
  | Readonly<{ _tag: 'Events'; events: ReadonlyArray<ClusterEvent> }>
  /** There is nothing of ours up to here that was not told. */
  | Readonly<{ _tag: 'Checkpoint'; position: ClusterPosition }>
  /** All that was stored when the subscription got here was told: from now on, as it happens. */
  | Readonly<{ _tag: 'CaughtUp' }>;

/** A cluster as one process speaks to it: deadlines, retries and reconnecting are done behind it. */
export type ClusterConnection = Readonly<{
  /**
   * Stores all of the events or none, durably. Every try repeats the first exactly: same ids, same expected revision;
   * after a conflict its own ids are looked for, since an earlier try may have landed.
   */
  append: (append: ClusterAppend) => TE.TaskEither<ClusterAppendError, void>;
  /**
   * Up to `limit` events of a stream from a revision on, by the leader; none where there is no such stream.
   * @param patience_ms how long it is tried again, where that is not as long as for an append
   */
  readStream: (
    stream: string,
    from: bigint,
    limit: number,
    patience_ms?: number,
  ) => TE.TaskEither<ClusterReadError, ReadonlyArray<ClusterEvent>>;
  /** The last revision of a stream, by the leader; `undefined` where it was never written to. */
  lastRevision: (stream: string) => TE.TaskEither<StorageError, bigint | undefined>;
  /** The last position of `$all`, whoever wrote there; `undefined` for an empty server. */
  end: () => TE.TaskEither<StorageError, ClusterPosition | undefined>;
  /**
   * One subscription to the tenant's streams, after a position (from the start where `undefined`), until `signal` is
   * aborted. A `Left` ends it: subscribe again from the last position that was processed.
   */
  subscribe: (
    after: ClusterPosition | undefined,
    signal: AbortSignal,
  ) => AsyncIterable<E.Either<StorageError, FromCluster>>;
  /**
   * How far this machine's clock is ahead of the server's, in ms, by the date that the server puts on its answers: whole
   * seconds, so that less than 2,000 means nothing. `undefined` where it gives none.
   */
  clockSkew_ms: () => TE.TaskEither<StorageError, number | undefined>;
  close: () => Promise<void>;
}>;
