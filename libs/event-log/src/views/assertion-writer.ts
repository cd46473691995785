import type { DatabaseSync } from 'node:sqlite';
import { namedParties } from '@trackrecord/domain';
import type { Confirmed, Entry, EventId, Register, Said, StreamName } from '@trackrecord/kernel';
import { retractionWriter } from './retraction-writer.ts';
import { type RowIds, rowIds } from './row-ids.ts';

/** Turns what events state into rows, inside the caller's transaction. */
export type AssertionWriter = Readonly<{
  write: (stream: StreamName, entry: Entry) => void;
  /** Brings what was written to where questions find it. */
  settle: () => void;
  /** Forgets most of what it remembers, until more comes. */
  rest: () => void;
}>;

/** What the rows of one event share. */
type Placed = Readonly<{
  stream: number;
  effectiveOn: string;
  ordinal: number;
  document: number | null;
}>;

/** In the order of the table: each of its pages is written once, however many rows there are. */
const settling = (db: DatabaseSync): (() => void) => {
  const move = db.prepare(
    'INSERT INTO assertion SELECT * FROM taken ORDER BY register, effective_on, ordinal, place',
  );
  const clear = db.prepare('DELETE FROM taken');
  return () => {
    move.run();
    clear.run();
  };
};

/** The value that an earlier event said, as JSON; `undefined` where it said none of that register. */
type LookUp = (placed: Placed, event: EventId, register: Register) => string | undefined;

const lookingUp = (db: DatabaseSync, ids: RowIds): LookUp => {
  // A register's own history is short: its events are looked through rather than found by their ids.
  const find = db.prepare(
    `SELECT a.value FROM assertion a JOIN event e ON e.ordinal = a.ordinal
     WHERE a.register = ? AND e.id = ? AND a.first_said_by IS NULL AND a.ordinal < ?
     ORDER BY a.place DESC LIMIT 1`,
  );
  return ({ stream, ordinal }, event, register) => {
    const id = ids.lookupRegister(stream, register);
    const row = id === undefined ? undefined : find.get(id, event, ordinal);
    return row === undefined ? undefined : String(row['value']);
  };
};

type Place = (placed: Placed, register: Register, value: string, firstSaidBy?: EventId) => void;

/** Writes assertions of one event in their order. */
const placing = (db: DatabaseSync, ids: RowIds): (() => Place) => {
  const insert = db.prepare('INSERT INTO taken VALUES (?, ?, ?, ?, ?, ?, ?)');
  return () => {
    let place = 0;
    return ({ stream, effectiveOn, ordinal, document }, register, value, firstSaidBy) => {
      const id = ids.register(stream, register);
      insert.run(id, effectiveOn, ordinal, place, value, document, firstSaidBy ?? null);
      place += 1;
    };
  };
};

/** The writer of a connection; it keeps the row ids of what it has seen. */
export const assertionWriter = (db: DatabaseSync): AssertionWriter => {
  const ids = rowIds(db);
  const [settle, lookUp, placer] = [settling(db), lookingUp(db, ids), placing(db, ids)];
  const insertNaming = db.prepare('INSERT OR IGNORE INTO naming VALUES (?, ?, ?)');
  const retractions = retractionWriter(db);

  const say = (place: Place, placed: Placed, said: Said): void => {
    place(placed, said, JSON.stringify(said.value));
    namedParties(said).forEach((party) => insertNaming.run(party, placed.stream, said.subject));
  };

  const confirm = (place: Place, placed: Placed, { event, registers }: Confirmed): void => {
    registers.forEach((register) => {
      const value = lookUp(placed, event, register);
      if (value !== undefined) place(placed, register, value, event);
    });
  };

  return {
    settle,
    rest: ids.rest,
    write: (name, { eventId, effectiveOn, ordinal, document, statements }) => {
      const stream = ids.stream(name);
      const source = document === undefined ? null : ids.document(document);
      const placed = { stream, effectiveOn, ordinal, document: source };
      const place = placer();
      statements.says.forEach((said) => say(place, placed, said));
      if (statements.confirms.length + statements.retracts.length > 0) settle();
      statements.confirms.forEach((confirmed) => confirm(place, placed, confirmed));
      retractions.happened(stream, eventId, ordinal);
      retractions.retract(stream, statements.retracts, ordinal);
    },
  };
};
