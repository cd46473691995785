import type { EventLog, Progress, StorageError } from '@trackrecord/application';
import { type DomainEvent, type eventCodec as codec } from '@trackrecord/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Credentials } from './credentials.ts';

/** An event of the cluster that is not in the log, and why. */
export type Skipped = Readonly<{
  stream: string;
  revision: bigint;
  id: string;
  type: string;
  why: 'foreign' | 'repeated';
}>;

/** How far a node is behind its cluster. */
export type FollowerStatus = Readonly<{
  state: 'live' | 'behind' | 'away' | 'stopped' | 'elsewhere';
  problem: string | undefined;
  ordinal: number;
  lag: Readonly<{ events: number; seconds: number | undefined }>;
  skipped: ReadonlyArray<Skipped>;
}>;

/** Opens a log in a cluster, with the node's own copy of it. */
export type OpenCluster = (
  options: Readonly<{
    connection: string;
    tenant: string;
    replica: string;
    codec: typeof codec;
    credentials?: Credentials;
    onProgress?: (progress: Progress) => void;
    patience_ms?: number;
  }>,
) => TE.TaskEither<
  StorageError,
  Readonly<{ log: EventLog<DomainEvent>; status: () => FollowerStatus }>
>;

/** The clusters of this product. */
export const openCluster: OpenCluster = () =>
  TE.left({ _tag: 'Unavailable', message: 'logs in clusters are not there yet' });
