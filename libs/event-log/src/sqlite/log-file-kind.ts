import type { DatabaseSync } from 'node:sqlite';

/** What a log file is opened as: a node's copy of a cluster's log has the format of any log and tables of its own. */
export type LogFileKind = Readonly<{
  /** Further tables, made with the log's own where there is no log yet. */
  tables: string;
  /** `FULL`: a commit is on the disk when it returns; `NORMAL`: a power cut may lose the last ones, whole. */
  synchronous: 'FULL' | 'NORMAL';
  /** So many pages (of 4 KB) may wait in the -wal file: those that many commits touch are then copied back once. */
  checkpoint_pages: number;
  /** Why a file that is a log is not to be opened as this; `undefined` where it may be. */
  refusal: (db: DatabaseSync, file: string) => string | undefined;
}>;

/** Whether a log is a node's copy of a cluster's. */
export const isReplica = (db: DatabaseSync): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'replica'").get() !==
  undefined;

/** Either kind, by who does not mind. */
export const anyLog: LogFileKind = {
  tables: '',
  synchronous: 'FULL',
  checkpoint_pages: 4000,
  refusal: () => undefined,
};

/** The log of the embedded engine: what is appended to it is nowhere else. */
export const embeddedLog: LogFileKind = {
  ...anyLog,
  refusal: (db, file) =>
    isReplica(db)
      ? `${file} is a copy of a cluster’s log, which only the cluster may add to: name the cluster as the log, or copy its log to a file with “trackrecord log copy”`
      : undefined,
};
