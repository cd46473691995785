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
}>;

/** Beyond so many, what was remembered is forgotten: memory stays bounded while a long log is taken in. */
const mostRemembered = 500_000;

const idIn = (row: Record<string, unknown> | undefined): number | undefined =>
  row === undefined || row['id'] === null ? undefined : Number(row['id']);

type Remembered = (key: string, look: () => number) => number;

const remembering = (): Remembered => {
  const known = new Map<string, number>();
  return (key, look) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const id = look();
    if (known.size >= mostRemembered) known.clear();
    known.set(key, id);
    return id;
  };
};

type FindOrAdd = (name: string, ...others: ReadonlyArray<string>) => number;

const namedRows = (db: DatabaseSync, find: string, add: string): FindOrAdd => {
  const [finding, adding] = [db.prepare(find), db.prepare(add)];
  const known = remembering();
  return (name, ...others) =>
    known(
      name,
      () => idIn(finding.get(name)) ?? Number(adding.run(name, ...others).lastInsertRowid),
    );
};

const registerRows = (db: DatabaseSync): Pick<RowIds, 'register' | 'lookupRegister'> => {
  const find = db.prepare('SELECT id FROM register WHERE stream = ? AND subject = ? AND field = ?');
  const last = db.prepare('SELECT max(id) AS id FROM register WHERE id >= ? AND id < ?');
  const insert = db.prepare(
    'INSERT INTO register (id, stream, subject, field) VALUES (?, ?, ?, ?)',
  );
  const [known, lastOf] = [remembering(), new Map<number, number>()];

  const lookup = (stream: number, { subject, field }: Register) =>
    idIn(find.get(stream, subject, field));

  const add = (stream: number, { subject, field }: Register): number => {
    const first = stream * registersAStream;
    const before = lastOf.get(stream) ?? idIn(last.get(first, first + registersAStream));
    const id = before === undefined ? first : before + 1;
    insert.run(id, stream, subject, field);
    lastOf.set(stream, id);
    return id;
  };

  return {
    lookupRegister: lookup,
    register: (stream, register) =>
      known(
        `${stream} ${register.subject}\n${register.field}`,
        () => lookup(stream, register) ?? add(stream, register),
      ),
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
