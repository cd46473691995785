import type { DatabaseSync } from 'node:sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { addToIndexes } from './indexes.ts';
import { unavailable } from './sqlite-failure.ts';
import type { UnindexedTail } from './unindexed-tail.ts';

/** Brings what the indexes do not hold yet into them where it is longer than `length`. Not within a transaction. */
export type KeepWithin = (length: number) => void;

/** What a process may leave unindexed: the next one reads it in a millisecond. */
export const shortTail = 512;

/** At most so many that indexing them takes about half a second. */
export const longestTail = 65_536;

/**
 * How far the indexes may be behind while a process writes: a sixteenth of the log, so that bringing them up to date
 * costs each event the same however long the log is.
 */
export const longTail = (position: number): number =>
  Math.min(Math.max(4096, position / 16), longestTail);

/** Where the disk is full the indexes stay behind, which takes memory and harms nothing else. */
export const tailIndexer =
  (db: DatabaseSync, file: string, tail: UnindexedTail): KeepWithin =>
  (length) => {
    if (tail.length() <= length) return;
    const indexed = E.tryCatch(() => addToIndexes(db, tail.places()), unavailable('index', file));
    if (E.isRight(indexed)) tail.cut(0);
  };
