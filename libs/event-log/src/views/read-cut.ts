import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Point } from '@trackrecord/application/ports';
import { type Holding, type Json, LocalDate, Ordinal, type Values } from '@trackrecord/kernel';
import { preparedOnce } from '../sqlite/prepared-once.ts';
import { column, DamagedRow, json } from './row-values.ts';
import { registersAStream } from './views-schema.ts';

/** What a cut is narrowed by; what is not needed is left out of the query, which runs thousands of times a cut. */
type Narrowed = Readonly<{
  subject: boolean;
  fields: boolean;
  documents: boolean;
  retractions: boolean;
}>;

const saidByDocuments = `AND b.document IN
  (SELECT id FROM document WHERE sha256 IN (SELECT value FROM json_each(:documents)))`;

const notTakenBack = `AND b.ordinal NOT IN
  (SELECT x.event FROM retraction x WHERE x.stream = :stream AND x.ordinal <= :knownAt)`;

const ofSubjects = 'AND r.subject IN (SELECT value FROM json_each(:subjects))';

/** A set-like field's registers are named `field/member`. */
const ofFields = `AND substr(r.field, 1, instr(r.field || '/', '/') - 1)
  IN (SELECT value FROM json_each(:fields))`;

/**
 * The winner of each register by the greatest (effective_on, ordinal, place): one descent a register, in the
 * order of the rows. All winners come as one JSON array: thousands of rows of their own would cost more to hand
 * over than to find.
 */
const winners = ({ subject, fields, documents, retractions }: Narrowed): string => `
  SELECT group_concat((
    SELECT concat(r.opening, b.value, ',"', b.effective_on, '",', b.ordinal, ']')
    FROM assertion b
    WHERE b.register = r.id AND b.effective_on <= :asOf AND b.ordinal <= :knownAt
      ${retractions ? notTakenBack : ''} ${documents ? saidByDocuments : ''}
    ORDER BY b.effective_on DESC, b.ordinal DESC, b.place DESC LIMIT 1))
  FROM register r
  WHERE r.id >= :stream * ${registersAStream} AND r.id < (:stream + 1) * ${registersAStream}
    ${subject ? ofSubjects : ''} ${fields ? ofFields : ''}`;

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

const prepared = (db: DatabaseSync, narrowed: Narrowed): StatementSync => {
  const statement = preparedOnce(db, winners(narrowed));
  statement.setReturnArrays(true);
  return statement;
};

const textIn = (row: unknown): string =>
  Array.isArray(row) && typeof row[0] === 'string' ? row[0] : '';

/** Reads cuts through single streams, whole or narrowed to some subjects, to fields. */
export const cutReader = (
  db: DatabaseSync,
): ((
  stream: string,
  point: Point,
  subject?: string | ReadonlyArray<string>,
  fields?: ReadonlyArray<string>,
) => Values) => {
  const streamId = db.prepare('SELECT id FROM stream WHERE name = ?');
  const takenBack = db.prepare('SELECT 1 FROM retraction WHERE stream = ? LIMIT 1');
  return (name, { asOf, knownAt, documents }, subject, fields) => {
    const stream = streamId.get(name)?.['id'];
    if (typeof stream !== 'number') return new Map();
    const query = prepared(db, {
      subject: subject !== undefined,
      fields: fields !== undefined,
      documents: documents !== undefined,
      retractions: takenBack.get(stream) !== undefined,
    });
    const row = query.get({
      stream,
      asOf,
      knownAt,
      ...(subject === undefined ? {} : { subjects: JSON.stringify([subject].flat()) }),
      ...(fields === undefined ? {} : { fields: JSON.stringify(fields) }),
      ...(documents === undefined ? {} : { documents: JSON.stringify([...documents]) }),
    });
    const rows = json(`[${textIn(row)}]`);
    return gathered(isList(rows) ? rows : []);
  };
};
