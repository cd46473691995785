import type { DatabaseSync } from 'node:sqlite';
import { viewsDefinition } from './views-schema.ts';

/** How far the views have taken the log in. It moves in the transaction of what was taken in. */
export type Checkpoint = Readonly<{
  ordinal: number;
  position: string | undefined;
  /** The running maximum of `recordedAt` up to here. */
  recordedAt: string;
}>;

export const atStart: Checkpoint = { ordinal: 0, position: undefined, recordedAt: '' };

export const readCheckpoint = (db: DatabaseSync): Checkpoint => {
  const row = db.prepare('SELECT ordinal, position, recorded_at FROM checkpoint').get();
  return row === undefined
    ? atStart
    : {
        ordinal: Number(row['ordinal']),
        position: row['position'] === null ? undefined : String(row['position']),
        recordedAt: String(row['recorded_at']),
      };
};

export const writeCheckpoint = (db: DatabaseSync, checkpoint: Checkpoint): void => {
  db.exec('DELETE FROM checkpoint');
  db.prepare('INSERT INTO checkpoint VALUES (?, ?, ?, ?)').run(
    viewsDefinition,
    checkpoint.ordinal,
    checkpoint.position ?? null,
    checkpoint.recordedAt,
  );
};
