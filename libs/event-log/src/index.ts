/**
 * The event log's engines: in memory and in an SQLite file. Both pass test/contract.
 * Imports the application's ports and nothing else of it.
 */
export type { EventCodec } from './event-codec.ts';
export { memoryEventLog } from './memory/memory-event-log.ts';
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
