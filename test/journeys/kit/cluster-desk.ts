import { openKurrentDbEventLog } from '@trackrecord/event-log';
import { type Desk, type Outfit, setUpDesk } from './desk.ts';

type ClusterLog = Readonly<{ connection: string; tenant?: string }>;

/**
 * A desk whose log is in a cluster: a node of its own. Where the cluster is away it is not patient: an append is given
 * up after the first try.
 */
export const setUpClusterDesk = (
  { connection, tenant = 'trackrecord' }: ClusterLog,
  { environment = {}, ...outfit }: Outfit = {},
): Desk =>
  setUpDesk({
    openCluster: (options) => openKurrentDbEventLog({ ...options, patience_ms: 1 }),
    ...outfit,
    environment: { TRACKRECORD_LOG: connection, TRACKRECORD_TENANT: tenant, ...environment },
  });
