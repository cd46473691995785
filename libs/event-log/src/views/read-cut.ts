import type { DatabaseSync } from 'node:sqlite';
import type { Point } from '@trackrecord/application/ports';
import { type Holding, type Json, LocalDate, Ordinal, type Values } from '@trackrecord/kernel';
import { column, DamagedRow, json } from './row-values.ts';
import { registersAStream } from './views-schema.ts';

/**
 * The winner of each register by the greatest (effective_on, ordinal, place): one descent a register, in the
 * order of the rows. All winners come as one JSON array: thousands of rows of their own would cost more to hand
 * over than to find.
 */
const winners = (among: string): string => `
  SELECT group_concat((
    SELECT r.opening || b.value || ',"' || b.effective_on || '",' || b.ordinal || ']'
    FROM assertion b
    WHERE b.register = r.id AND b.effective_on <= ?2 AND b.ordinal <= ?3
      AND b.ordinal NOT IN (
        SELECT x.event FROM retraction x WHERE x.stream = ?1 AND x.ordinal <= ?3)
      ${among}
    ORDER BY b.effective_on DESC, b.ordinal DESC, b.place DESC LIMIT 1))
  FROM register r
  WHERE r.id >= ?1 * ${registersAStream} AND r.id < (?1 + 1) * ${registersAStream}
    AND (?4 IS NULL OR r.subject = ?4)`;

const saidByDocuments = `AND b.document IN
  (SELECT id FROM document WHERE sha256 IN (SELECT value FROM json_each(?5)))`;

type Row = readonly [subject: string, field: string, value: Json, on: Json, ordinal: Json];

const isList = (value: Json): value is ReadonlyArray<Json> => Array.isArray(value);

const isRow = (row: Json): row is Row =>
  isList(row) && row.length === 5 && typeof row[0] === 'string' && typeof row[1] === 'string';

/** Dates repeat: each is checked once. */
const dateReader = (): ((value: Json) => LocalDate) => {
  const known = new Map<Json, LocalDate>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const date = column(LocalDate, value);
    known.set(value, date);
    return date;
  };
};

const gathered = (rows: ReadonlyArray<Json>): Values => {
  const cut = new Map<string, Map<string, Holding>>();
  const dateOf = dateReader();
  for (const row of rows) {
    if (!isRow(row)) throw new DamagedRow('the views hold a row that is none');
    const [subject, field, value, on, ordinal] = row;
    const holding = { value, effectiveOn: dateOf(on), ordinal: column(Ordinal, ordinal) };
    const fields = cut.get(subject);
    if (fields === undefined) cut.set(subject, new Map([[field, holding]]));
    else fields.set(field, holding);
  }
  return cut;
};

/** Reads cuts through single streams. */
export const cutReader = (
  db: DatabaseSync,
): ((stream: string, point: Point, subject?: string) => Values) => {
  const streamId = db.prepare('SELECT id FROM stream WHERE name = ?');
  const all = db.prepare(winners(''));
  const some = db.prepare(winners(saidByDocuments));
  all.setReturnArrays(true);
  some.setReturnArrays(true);
  const textIn = (row: unknown): string =>
    Array.isArray(row) && typeof row[0] === 'string' ? row[0] : '';
  return (stream, { asOf, knownAt, documents }, subject) => {
    const id = streamId.get(stream)?.['id'];
    if (typeof id !== 'number') return new Map();
    const row =
      documents === undefined
        ? all.get(id, asOf, knownAt, subject ?? null)
        : some.get(id, asOf, knownAt, subject ?? null, JSON.stringify([...documents]));
    const rows = json(`[${textIn(row)}]`);
    return gathered(isList(rows) ? rows : []);
  };
};
