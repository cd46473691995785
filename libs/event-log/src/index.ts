/**
 * The event log's engines: in memory, in an SQLite file, and in a KurrentDB cluster. All pass test/contract.
 * Imports the application's ports and nothing else of it.
 */
export type { EventCodec } from './event-codec.ts';
export {
  type ClusterLog,
  type KurrentDbEventLogOptions,
  openKurrentDbEventLog,
} from './kurrentdb/open-kurrentdb-event-log.ts';
export type { FollowerStatus } from './kurrentdb/follower-status.ts';
export type { Skipped } from './kurrentdb/replica.ts';
// The connection alone, which has tests of its own.
export type { ClusterPosition } from './kurrentdb/cluster-event.ts';
export type { ClusterConnection, FromCluster } from './kurrentdb/connection.ts';
export { readConnectionString } from './kurrentdb/connection/connection-string.ts';
export { openConnection } from './kurrentdb/connection/open-connection.ts';
export type { ConnectionOptions } from './kurrentdb/connection/options.ts';
export { isTenant } from './kurrentdb/server-names.ts';
export { memoryEventLog } from './memory/memory-event-log.ts';
export {
  openSharedEventLog,
  type SharedEventLogOptions,
} from './owner-socket/open-shared-event-log.ts';
export {
  serveAppends,
  type ServeAppendsOptions,
  type ServedAppends,
} from './owner-socket/serve-appends.ts';
export { type BackupOptions, backupSqliteLog } from './sqlite/backup-sqlite-log.ts';
export { type RestoreOptions, restoreSqliteLog } from './sqlite/restore-sqlite-log.ts';
export {
  type Fault,
  type Verification,
  type VerifyOptions,
  verifySqliteLog,
} from './sqlite/verify-sqlite-log.ts';
export { type SqliteEventLogOptions, openSqliteEventLog } from './sqlite/open-sqlite-event-log.ts';
export { type OpenViews, openViews } from './views/open-views.ts';
