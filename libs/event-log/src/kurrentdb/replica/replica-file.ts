import type { DatabaseSync } from 'node:sqlite';
import { type LogFileKind, isReplica } from '../../sqlite/log-file-kind.ts';

/**
 * What a node's copy of a cluster's log has beside the tables of any log:
 * - `replica`: one row. Whose log it is, how far the cluster was followed (positions in decimal, NULL before the
 *   first), why it must not be followed any further, where it must not, and when it was last known to hold everything
 *   (ms since 1970).
 * - `skipped`: the events of the cluster that are not in the log, in the order of the cluster; `stream` with the
 *   tenant's prefix.
 */
const tables = (tenant: string): string => `
  CREATE TABLE replica (
    tenant TEXT NOT NULL,
    commit_position TEXT,
    prepare_position TEXT,
    fault TEXT,
    held_all_ms INTEGER
  ) STRICT;
  INSERT INTO replica (tenant) VALUES ('${tenant}');
  CREATE TABLE skipped (
    number INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('foreign', 'repeated')),
    UNIQUE (stream, revision)
  ) STRICT
`;

const refusal =
  (tenant: string) =>
  (db: DatabaseSync, file: string): string | undefined => {
    if (!isReplica(db)) {
      return `${file} is a log of its own and no copy of a cluster’s: name another file for the copy, or move this log into the cluster with “trackrecord log copy”`;
    }
    const held = String(db.prepare('SELECT tenant FROM replica').get()?.['tenant']);
    return held === tenant
      ? undefined
      : `${file} is a copy of the log of tenant “${held}”, not of “${tenant}”: name that tenant, or another directory for this one`;
  };

/**
 * A copy of a tenant's log. What a power cut takes from it is in the cluster still, so no commit waits for the disk.
 * @param tenant its name, checked
 */
export const replicaFile = (tenant: string): LogFileKind => ({
  tables: tables(tenant),
  synchronous: 'NORMAL',
  checkpoint_pages: 16_000,
  refusal: refusal(tenant),
});
