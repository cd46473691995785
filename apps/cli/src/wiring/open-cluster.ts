import type { StorageError } from '@trackrecord/application';
import type { DomainEvent } from '@trackrecord/domain';
import {
  type ClusterLog,
  type KurrentDbEventLogOptions,
  openKurrentDbEventLog,
} from '@trackrecord/event-log';
import type * as TE from 'fp-ts/lib/TaskEither.js';

export type { FollowerStatus, Skipped } from '@trackrecord/event-log';

/** Opens a log in a cluster, with the node's own copy of it. */
export type OpenCluster = (
  options: KurrentDbEventLogOptions<DomainEvent>,
) => TE.TaskEither<StorageError, ClusterLog<DomainEvent>>;

/** The clusters of this product. */
export const openCluster: OpenCluster = openKurrentDbEventLog;
