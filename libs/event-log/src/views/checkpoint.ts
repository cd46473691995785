import type { DatabaseSync } from 'node:sqlite';
import { preparedOnce } from '../sqlite/prepared-once.ts';
import type { Position } from '@trackrecord/application/ports';
import { viewsDefinition } from './views-definition.ts';

/** The last event that was taken in, and where in the log it stands. */
export type LastTaken = Readonly<{
  event: string;
  position: Position;
  /** The position of the event before it; `undefined` where it is the log's first. */
  before: Position | undefined;
}>;

/** How far the views have taken the log in. It moves in the transaction of what was taken in. */
export type Checkpoint = Readonly<{
  ordinal: number;
  last: LastTaken | undefined;
  /** The running maximum of `recordedAt` up to here. */
  recordedAt: string;
  /** The ordinal up to which questions can be answered. */
  settled: number;
}>;

export const atStart: Checkpoint = { ordinal: 0, last: undefined, recordedAt: '', settled: 0 };

const textOrNone = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const checkpointIn = (db: DatabaseSync): Checkpoint | undefined => {
  const row = preparedOnce(db, 'SELECT * FROM checkpoint').get();
  if (row?.['definition'] !== viewsDefinition) return undefined;
  const [event, position] = [textOrNone(row['event']), textOrNone(row['position'])];
  return {
    ordinal: Number(row['ordinal']),
    last:
      event === undefined || position === undefined
        ? undefined
        : { event, position, before: textOrNone(row['before']) },
    recordedAt: String(row['recorded_at']),
    settled: Number(row['settled']),
  };
};

/** Where the views stand; `undefined` where they are of another definition, or none at all. */
export const lookupCheckpoint = (db: DatabaseSync): Checkpoint | undefined => {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'checkpoint'").get();
  return exists === undefined ? undefined : checkpointIn(db);
};

/** Where views that are open stand. */
export const readCheckpoint = (db: DatabaseSync): Checkpoint => {
  const checkpoint = checkpointIn(db);
  if (checkpoint !== undefined) return checkpoint;
  throw new Error('another version of Trackrecord has built them anew meanwhile');
};

export const writeCheckpoint = (
  db: DatabaseSync,
  { ordinal, last, recordedAt, settled }: Checkpoint,
): void => {
  preparedOnce(db, 'DELETE FROM checkpoint').run();
  preparedOnce(db, 'INSERT INTO checkpoint VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    viewsDefinition,
    ordinal,
    last?.event ?? null,
    last?.position ?? null,
    last?.before ?? null,
    recordedAt,
    settled,
  );
};
