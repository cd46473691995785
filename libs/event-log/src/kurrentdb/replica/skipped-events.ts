import type { DatabaseSync } from 'node:sqlite';
import type { ClusterEvent } from '../cluster-event.ts';
import type { Skipped } from '../replica.ts';

/** The events of the cluster that are not in the log. Streams here have their whole names. */
export type SkippedEvents = Readonly<{
  /** All of them, in the order of the cluster. */
  all: () => ReadonlyArray<Skipped>;
  count: (stream: string) => number;
  idAt: (stream: string, revision: bigint) => string | undefined;
  /** Their revisions, lowest first. */
  revisions: (stream: string) => ReadonlyArray<bigint>;
  add: (event: ClusterEvent, why: Skipped['why']) => void;
}>;

const revisionIn = (row: Record<string, unknown>): bigint => {
  const revision = row['revision'];
  return typeof revision === 'bigint' ? revision : -1n;
};

const skippedIn = (row: Record<string, unknown>): Skipped => ({
  stream: String(row['stream']),
  revision: revisionIn(row),
  id: String(row['id']),
  type: String(row['type']),
  why: row['why'] === 'repeated' ? 'repeated' : 'foreign',
});

export const skippedEvents = (db: DatabaseSync): SkippedEvents => {
  const all = db.prepare('SELECT stream, revision, id, type, why FROM skipped ORDER BY number');
  const count = db.prepare('SELECT count(*) AS n FROM skipped WHERE stream = ?');
  const at = db.prepare('SELECT id FROM skipped WHERE stream = ? AND revision = ?');
  const revisions = db.prepare('SELECT revision FROM skipped WHERE stream = ? ORDER BY revision');
  const insert = db.prepare(
    'INSERT INTO skipped (stream, revision, id, type, why) VALUES (?, ?, ?, ?, ?)',
  );
  // A stream that was deleted for good ends with revision 2^63 - 1: more than a number holds.
  all.setReadBigInts(true);
  revisions.setReadBigInts(true);

  return {
    all: () => all.all().map(skippedIn),
    count: (stream) => Number(count.get(stream)?.['n']),
    idAt: (stream, revision) => {
      const id = at.get(stream, revision)?.['id'];
      return typeof id === 'string' ? id : undefined;
    },
    revisions: (stream) => revisions.all(stream).map(revisionIn),
    add: ({ stream, revision, id, type }, why) => {
      insert.run(stream, revision, id, type, why);
    },
  };
};
