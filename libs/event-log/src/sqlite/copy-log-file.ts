import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, backup } from 'node:sqlite';
import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { openLogFile } from './open-log-file.ts';
import { unavailable } from './sqlite-failure.ts';

/** Called now and then with how much of the whole is done; both in the same unit. */
export type OnProgress = (done: number, total: number) => void;

/** 16 MB at a time, on a thread of SQLite's own. */
const pagesAtOnce = 4096;

const flush = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * One file that needs no other beside it, on the disk when this returns. Of a node's copy of a cluster's log, what tells
 * how far the cluster was followed stays behind: the file is a log of its own.
 */
const settle = (file: string): void => {
  const copy = new DatabaseSync(file);
  copy.exec('DROP TABLE IF EXISTS replica; DROP TABLE IF EXISTS skipped');
  copy.exec('PRAGMA journal_mode = DELETE');
  copy.close();
  flush(file);
};

const copyTo = async (db: DatabaseSync, to: string, onProgress: OnProgress): Promise<void> => {
  const partial = `${to}.partial`;
  try {
    rmSync(partial, { force: true });
    // One snapshot from the first page to the last, whatever is appended meanwhile.
    db.exec('BEGIN');
    db.prepare('SELECT max(position) FROM events').get();
    await backup(db, partial, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages);
      },
    });
    settle(partial);
    renameSync(partial, to);
    flush(dirname(to));
  } finally {
    rmSync(partial, { force: true });
  }
};

/** Copies a log, also one that is being written, to a file that does not exist. It appears there whole or not at all. */
export const copyLogFile =
  (from: string, to: string, onProgress: OnProgress): TE.TaskEither<StorageError, void> =>
  async () => {
    if (existsSync(to)) {
      return E.left({
        _tag: 'Unavailable',
        message: `${to} exists already: name a file that does not, or move that one away`,
      });
    }
    const db = openLogFile(from, 'read');
    if (E.isLeft(db)) return db;
    const copied = await TE.tryCatch(
      () => copyTo(db.right, to, onProgress),
      unavailable(`copy ${from} to`, to),
    )();
    db.right.close();
    return copied;
  };
