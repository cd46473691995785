import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { Identified, Position, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventCodec } from '../event-codec.ts';
import type { OnProgress } from './copy-log-file.ts';
import { type EventVerifier, eventVerifier } from './event-verifier.ts';
import { indexedTo } from './indexes.ts';
import { openLogFile } from './open-log-file.ts';
import { unavailable } from './sqlite-failure.ts';
import { columns } from './stored-row.ts';

/** Something that is not as it was written; `position` where it is an event. */
export type Fault = Readonly<{ position: Position | undefined; message: string }>;

/** What was found: a log without `faults` is sound. */
export type Verification = Readonly<{
  /** Events looked at that are sound. */
  events: number;
  streams: number;
  /** The first faults, at most 20: then there is no point in looking on. */
  faults: ReadonlyArray<Fault>;
}>;

export type VerifyOptions<A extends Identified> = Readonly<{
  file: string;
  codec: EventCodec<A>;
  /** Events looked at, of all. */
  onProgress?: OnProgress;
}>;

const mostFaults = 20;
const together = 1000;

type Findings = { events: number; faults: Array<Fault> };

const count = (db: DatabaseSync, sql: string): number => Number(db.prepare(sql).get()?.['n'] ?? 0);

/** Rows `first` to `last` by position, each by itself where damage keeps SQLite from reading them together. */
const rowsReader = (db: DatabaseSync) => {
  const select = db.prepare(
    `SELECT ${columns} FROM events WHERE position BETWEEN ? AND ? ORDER BY position`,
  );
  select.setReturnArrays(true);
  const rows = (first: number, last: number): ReadonlyArray<unknown> => select.all(first, last);
  return (first: number, last: number): ReadonlyMap<number, unknown> => {
    const found = new Map<number, unknown>();
    const keep = (row: unknown): void => {
      if (Array.isArray(row)) found.set(Number(row[0]), row);
    };
    try {
      rows(first, last).forEach(keep);
    } catch {
      for (let position = first; position <= last; position += 1) {
        E.tryCatch(
          () => {
            rows(position, position).forEach(keep);
          },
          () => undefined,
        );
      }
    }
    return found;
  };
};

/** SQLite's own check of the file's structure, and that the indexes hold as many events as they say. */
const verifyStructure = (db: DatabaseSync, { faults }: Findings): void => {
  for (const { integrity_check: message } of db
    .prepare(`PRAGMA integrity_check(${mostFaults})`)
    .all()) {
    if (message !== 'ok')
      faults.push({ position: undefined, message: `SQLite: ${String(message)}` });
  }
  for (const index of ['event_ids', 'stream_events']) {
    const held = count(db, `SELECT count(*) AS n FROM ${index}`);
    if (held !== indexedTo(db)) {
      const message = `the index ${index} holds ${held} events and should hold ${indexedTo(db)}`;
      faults.push({ position: undefined, message });
    }
  }
};

const verifyEvents = async (
  db: DatabaseSync,
  verifier: EventVerifier,
  findings: Findings,
  onProgress: OnProgress,
): Promise<void> => {
  const read = rowsReader(db);
  const last = count(db, 'SELECT max(position) AS n FROM events');
  for (let first = 1; first <= last; first += together) {
    const end = Math.min(first + together - 1, last);
    const rows = read(first, end);
    for (let position = first; position <= end; position += 1) {
      const message = verifier.next(position, rows.get(position));
      if (message === undefined) findings.events += 1;
      else findings.faults.push({ position: String(position), message });
      if (findings.faults.length >= mostFaults) return;
    }
    onProgress(end, last);
    await nextTurn();
  }
};

/**
 * Reads a log from end to end: every checksum, positions and each stream's revisions without a gap, every id once,
 * every event decoded, the indexes, and SQLite's own structures. The log may be in use.
 */
export const verifySqliteLog =
  <A extends Identified>({
    file,
    codec,
    onProgress = () => undefined,
  }: VerifyOptions<A>): TE.TaskEither<StorageError, Verification> =>
  async () => {
    const opened = openLogFile(file, 'read');
    if (E.isLeft(opened)) return opened;
    const db = opened.right;
    const findings: Findings = { events: 0, faults: [] };
    try {
      // One snapshot, whatever is appended meanwhile.
      db.exec('BEGIN');
      const verifier = eventVerifier(db, codec);
      await verifyEvents(db, verifier, findings, onProgress);
      if (findings.faults.length < mostFaults) verifyStructure(db, findings);
      return E.right({ ...findings, streams: verifier.countStreams() });
    } catch (thrown) {
      return E.left(unavailable('verify', file)(thrown));
    } finally {
      db.close();
    }
  };
