import type { Position, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';

/** Both engines here count positions from 1 without gaps; 0 is before everything. */
export const positionNumber = (after: Position | undefined): E.Either<StorageError, number> => {
  if (after === undefined) return E.right(0);
  const value = /^\d{1,15}$/.test(after) ? Number(after) : undefined;
  return value === undefined
    ? E.left({
        _tag: 'Unavailable',
        message: `“${after}” is no position of this log: a position is what the log itself gave with an event`,
      })
    : E.right(value);
};

/** A count that was asked for as a whole number from 0; "all" where it is absent. */
export const atMost = (limit: number | undefined): number =>
  Math.max(0, Math.min(Math.trunc(limit ?? Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER));
