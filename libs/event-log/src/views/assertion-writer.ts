import type { DatabaseSync } from 'node:sqlite';
import { namedParties } from '@trackrecord/domain';
import {
  canonicalJson,
  type Confirmed,
  type EventId,
  type Register,
  type Said,
  type StreamName,
} from '@trackrecord/kernel';
import { type RowIds, remembering } from './remembering.ts';

/** What the rows of one event share. */
export type Placed = Readonly<{
  stream: StreamName;
  effectiveOn: string;
  ordinal: number;
  document: string | undefined;
}>;

/** Turns what events state into rows, inside the caller's transaction. */
export type AssertionWriter = Readonly<{
  say: (placed: Placed, said: Said) => void;
  /** Says again what an earlier event said; a reference to nothing says nothing. */
  confirm: (placed: Placed, confirmed: Confirmed) => void;
  retract: (placed: Placed, event: EventId) => void;
}>;

type Write = (placed: Placed, register: Register, value: string, firstSaidAt: number) => void;

const writing = (db: DatabaseSync, ids: RowIds): Write => {
  const insert = db.prepare('INSERT OR REPLACE INTO assertion VALUES (?, ?, ?, ?, ?, ?, NULL)');
  return ({ stream, effectiveOn, ordinal, document }, { subject, field }, value, firstSaidAt) => {
    const register = ids.register(ids.stream(stream), subject, field);
    const source = document === undefined ? null : ids.document(document);
    insert.run(register, effectiveOn, ordinal, value, firstSaidAt, source);
  };
};

/** The writer of a connection; it keeps the row ids of what it has seen. */
export const assertionWriter = (db: DatabaseSync): AssertionWriter => {
  const ids = remembering(db);
  const write = writing(db, ids);
  const insertNaming = db.prepare('INSERT OR IGNORE INTO naming VALUES (?, ?)');
  const findEvent = db.prepare('SELECT ordinal FROM event WHERE id = ?');
  const findValue = db.prepare('SELECT value FROM assertion WHERE register = ? AND ordinal = ?');
  const retractEvent = db.prepare(
    `UPDATE assertion SET retracted_at = ? WHERE retracted_at IS NULL AND ordinal = ?
     AND register IN (SELECT id FROM register WHERE stream = ?)`,
  );
  const ordinalOf = (event: EventId): number | undefined => {
    const row = findEvent.get(event);
    return row === undefined ? undefined : Number(row['ordinal']);
  };

  return {
    say: (placed, said) => {
      write(placed, said, canonicalJson(said.value), placed.ordinal);
      const stream = ids.stream(placed.stream);
      namedParties(said).forEach((party) => insertNaming.run(party, stream));
    },
    confirm: (placed, { event, registers }) => {
      const saidAt = ordinalOf(event);
      if (saidAt === undefined) return;
      const stream = ids.stream(placed.stream);
      registers.forEach((register) => {
        const row = findValue.get(ids.register(stream, register.subject, register.field), saidAt);
        if (row !== undefined) write(placed, register, String(row['value']), saidAt);
      });
    },
    retract: (placed, event) => {
      const at = ordinalOf(event);
      if (at !== undefined) retractEvent.run(placed.ordinal, at, ids.stream(placed.stream));
    },
  };
};
