import type { DatabaseSync } from 'node:sqlite';
import type { Register } from '@trackrecord/kernel';
import { registersAStream } from './views-schema.ts';

/** The row ids of streams, registers and documents. A row is made where there is none. */
export type RowIds = Readonly<{
  stream: (name: string) => number;
  register: (stream: number, register: Register) => number;
  /** As `register`, but makes none. */
  lookupRegister: (stream: number, register: Register) => number | undefined;
  document: (sha256: string) => number;
  /** Forgets most of what was looked up: for when nothing more comes for a while. */
  rest: () => void;
}>;

/**
 * Beyond so many registers those of the streams met longest ago are forgotten: memory stays bounded while a long log
 * is taken in, and small while a server waits for the next change.
 */
const mostAtWork = 1_000_000;
const mostAtRest = 200_000;

type FindOrAdd = (name: string, ...others: ReadonlyArray<string>) => number;

const namedRows = (db: DatabaseSync, find: string, add: string): FindOrAdd => {
  const [finding, adding] = [db.prepare(find), db.prepare(add)];
  const known = new Map<string, number>();
  return (name, ...others) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const id = Number(finding.get(name)?.['id'] ?? adding.run(name, ...others).lastInsertRowid);
    known.set(name, id);
    return id;
  };
};

/** The registers of one stream by subject and field; their ids count from the stream's own first one. */
type StreamRegisters = {
  readonly bySubject: Map<string, Map<string, number>>;
  count: number;
};

const fieldsOf = ({ bySubject }: StreamRegisters, subject: string): Map<string, number> => {
  const known = bySubject.get(subject);
  if (known !== undefined) return known;
  const fields = new Map<string, number>();
  bySubject.set(subject, fields);
  return fields;
};

/** All registers of a stream are read when it is first met, and then remembered. */
const streamRegisters = (
  db: DatabaseSync,
): Readonly<{ of: (stream: number) => StreamRegisters; forgetBeyond: (most: number) => void }> => {
  const list = db.prepare('SELECT id, subject, field FROM register WHERE id >= ? AND id < ?');
  /** The stream that was met last at the end. */
  const streams = new Map<number, StreamRegisters>();
  let last: Readonly<{ stream: number; registers: StreamRegisters }> | undefined;

  const forgetBeyond = (most: number): void => {
    let known = streams.values().reduce((sum, { count }) => sum + count, 0);
    for (const [stream, { count }] of streams) {
      if (known <= most) return;
      streams.delete(stream);
      known -= count;
    }
  };

  const read = (stream: number): StreamRegisters => {
    forgetBeyond(mostAtWork);
    const first = stream * registersAStream;
    const rows = list.all(first, first + registersAStream);
    const registers: StreamRegisters = { bySubject: new Map(), count: rows.length };
    rows.forEach(({ id, subject, field }) =>
      fieldsOf(registers, String(subject)).set(String(field), Number(id)),
    );
    return registers;
  };

  const of = (stream: number): StreamRegisters => {
    if (last?.stream === stream) return last.registers;
    const registers = streams.get(stream) ?? read(stream);
    streams.delete(stream);
    streams.set(stream, registers);
    last = { stream, registers };
    return registers;
  };

  return { of, forgetBeyond };
};

const registerRows = (db: DatabaseSync): Pick<RowIds, 'register' | 'lookupRegister' | 'rest'> => {
  const insert = db.prepare('INSERT INTO register (id, subject, field) VALUES (?, ?, ?)');
  const { of: registersOf, forgetBeyond } = streamRegisters(db);
  return {
    lookupRegister: (stream, { subject, field }) =>
      registersOf(stream).bySubject.get(subject)?.get(field),
    register: (stream, { subject, field }) => {
      const registers = registersOf(stream);
      const fields = fieldsOf(registers, subject);
      const known = fields.get(field);
      if (known !== undefined) return known;
      const id = stream * registersAStream + registers.count;
      insert.run(id, subject, field);
      fields.set(field, id);
      registers.count += 1;
      return id;
    },
    rest: () => {
      forgetBeyond(mostAtRest);
    },
  };
};

/** Row ids that are looked up once and then remembered. Good for as long as nobody else writes. */
export const rowIds = (db: DatabaseSync): RowIds => {
  const stream = namedRows(
    db,
    'SELECT id FROM stream WHERE name = ?',
    'INSERT INTO stream (name, category) VALUES (?, ?)',
  );
  return {
    stream: (name) => stream(name, name.slice(0, name.indexOf('-'))),
    ...registerRows(db),
    document: namedRows(
      db,
      'SELECT id FROM document WHERE sha256 = ?',
      'INSERT INTO document (sha256) VALUES (?)',
    ),
  };
};
