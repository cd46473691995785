import type { DatabaseSync } from 'node:sqlite';
import type { EventId } from '@trackrecord/kernel';
import { registersAStream } from './views-schema.ts';

/** Writes which events were taken back, inside the caller's transaction. */
export type RetractionWriter = Readonly<{
  /** Notes that an event stands in the log now: something may have taken it back already. */
  happened: (stream: number, event: EventId, ordinal: number) => void;
  /** Takes events of the stream back; all that they said must be settled. */
  retract: (stream: number, events: ReadonlyArray<EventId>, ordinal: number) => void;
}>;

type Retract = RetractionWriter['retract'];

/**
 * Finds events by their ids among those of the stream that say anything: what says nothing has nothing to take
 * back. An index of all ids would cost every event of every log a little for the few that are ever taken back.
 */
const findingOrdinals = (
  db: DatabaseSync,
): ((stream: number, events: ReadonlyArray<EventId>) => ReadonlyMap<string, number>) => {
  const find = db.prepare(
    `SELECT DISTINCT e.id, e.ordinal FROM assertion a JOIN event e ON e.ordinal = a.ordinal
     WHERE a.register >= ? AND a.register < ? AND e.id IN (SELECT value FROM json_each(?))`,
  );
  return (stream, events) => {
    const first = stream * registersAStream;
    const rows = find.all(first, first + registersAStream, JSON.stringify(events));
    return new Map(rows.map(({ id, ordinal }) => [String(id), Number(ordinal)]));
  };
};

/** The retraction writer of a connection. */
export const retractionWriter = (db: DatabaseSync): RetractionWriter => {
  const ordinalsOf = findingOrdinals(db);
  // The first retraction counts: what is taken back already cannot be taken back again.
  const insert = db.prepare('INSERT OR IGNORE INTO retraction VALUES (?, ?, ?)');
  const insertAhead = db.prepare('INSERT OR IGNORE INTO retraction_ahead VALUES (?, ?, ?)');
  const keyOf = (stream: number, event: string): string => `${stream} ${event}`;
  const ahead = new Map(
    db
      .prepare('SELECT stream, event, ordinal FROM retraction_ahead')
      .all()
      .map((row) => [keyOf(Number(row['stream']), String(row['event'])), Number(row['ordinal'])]),
  );

  const takeBack = (stream: number, event: EventId, at: number | undefined, by: number): void => {
    if (at !== undefined) {
      insert.run(stream, at, by);
    } else if (!ahead.has(keyOf(stream, event))) {
      insertAhead.run(stream, event, by);
      ahead.set(keyOf(stream, event), by);
    }
  };

  const retract: Retract = (stream, events, ordinal) => {
    if (events.length === 0) return;
    const found = ordinalsOf(stream, events);
    events.forEach((event) => takeBack(stream, event, found.get(event), ordinal));
  };

  return {
    retract,
    happened: (stream, event, ordinal) => {
      const by = ahead.size === 0 ? undefined : ahead.get(keyOf(stream, event));
      if (by !== undefined) insert.run(stream, ordinal, by);
    },
  };
};
