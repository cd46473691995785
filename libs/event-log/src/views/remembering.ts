import type { DatabaseSync } from 'node:sqlite';

/** The row ids of streams, registers and documents; a row is made where there is none. */
export type RowIds = Readonly<{
  stream: (name: string) => number;
  register: (stream: number, subject: string, field: string) => number;
  document: (sha256: string) => number;
}>;

/** Beyond so many, what was remembered is forgotten: memory stays bounded while a long log is taken in. */
const mostRemembered = 200_000;

const remembered = (known: Map<string, number>, key: string, look: () => number): number => {
  const id = known.get(key) ?? look();
  if (known.size >= mostRemembered) known.clear();
  known.set(key, id);
  return id;
};

/** Row ids that are looked up once and then remembered. Good for as long as nobody else writes. */
export const remembering = (db: DatabaseSync): RowIds => {
  const addStream = db.prepare('INSERT OR IGNORE INTO stream (name, category) VALUES (?, ?)');
  const findStream = db.prepare('SELECT id FROM stream WHERE name = ?');
  const addRegister = db.prepare(
    'INSERT OR IGNORE INTO register (stream, subject, field) VALUES (?, ?, ?)',
  );
  const findRegister = db.prepare(
    'SELECT id FROM register WHERE stream = ? AND subject = ? AND field = ?',
  );
  const addDocument = db.prepare('INSERT OR IGNORE INTO document (sha256) VALUES (?)');
  const findDocument = db.prepare('SELECT id FROM document WHERE sha256 = ?');
  const streams = new Map<string, number>();
  const registers = new Map<string, number>();
  const documents = new Map<string, number>();
  const idOf = (row: Record<string, unknown> | undefined): number => Number(row?.['id']);

  return {
    stream: (name) =>
      remembered(streams, name, () => {
        addStream.run(name, name.slice(0, name.indexOf('-')));
        return idOf(findStream.get(name));
      }),
    register: (stream, subject, field) =>
      remembered(registers, `${stream} ${subject} ${field}`, () => {
        addRegister.run(stream, subject, field);
        return idOf(findRegister.get(stream, subject, field));
      }),
    document: (sha256) =>
      remembered(documents, sha256, () => {
        addDocument.run(sha256);
        return idOf(findDocument.get(sha256));
      }),
  };
};
