import type { DatabaseSync } from 'node:sqlite';
import { indexedTo } from './indexes.ts';

/** Where a reader finds a stream's events that the index does not hold yet. */
export type StreamPositions = Readonly<{
  /** The positions, oldest first, of a stream's events after those in the index. Call within a read transaction. */
  afterIndex: (stream: number) => ReadonlyArray<number>;
}>;

/** Keeps up with the writer: each call reads only what has come since the last. */
export const streamPositions = (db: DatabaseSync): StreamPositions => {
  const select = db.prepare(
    'SELECT position, stream FROM events WHERE position > ? ORDER BY position',
  );
  select.setReturnArrays(true);
  const positions = new Map<number, Array<number>>();
  let indexed = 0;
  let seen = 0;

  const keepUp = (): void => {
    const now = indexedTo(db);
    if (now !== indexed) {
      indexed = now;
      seen = now;
      positions.clear();
    }
    const rows: ReadonlyArray<unknown> = select.all(seen);
    for (const row of rows) {
      if (!Array.isArray(row)) continue;
      const [position, stream] = row.map(Number);
      if (position === undefined || stream === undefined) continue;
      const known = positions.get(stream);
      if (known === undefined) positions.set(stream, [position]);
      else known.push(position);
      seen = position;
    }
  };

  return {
    afterIndex: (stream) => {
      keepUp();
      return positions.get(stream) ?? [];
    },
  };
};
