import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { TrailFilter, TrailPage, TrailRecord } from '@trackrecord/application/ports';
import { type Json, LocalDate, type Ordinal, type StreamName } from '@trackrecord/kernel';
import { recordColumns, recordOf, type Row } from './read-records.ts';
import { column, DamagedRow, json } from './row-values.ts';
import { registersAStream } from './views-schema.ts';

type Parameters = Readonly<Record<string, string | number>>;

/** A condition, and the parameters that it needs. */
type Condition = Readonly<{ sql: string; with: Parameters }>;

const when = <A extends string | number>(
  value: A | undefined,
  name: string,
  sql: string,
): ReadonlyArray<Condition> => (value === undefined ? [] : [{ sql, with: { [name]: value } }]);

/** An event's own column, looked up only where a row comes that far. */
const ofEvent = (name: 'id' | 'type', ordinal: string): string =>
  `(SELECT v.${name} FROM event v WHERE v.ordinal = ${ordinal})`;

const provenanceOf = (ordinal: string, asks: (provenance: string) => string): string =>
  `(SELECT ${asks('v.provenance')} FROM event v WHERE v.ordinal = ${ordinal})`;

/** Text is searched a good deal faster than it is read as JSON: only what mentions a word is read. */
const mentioning = (
  name: string,
  words: ReadonlyArray<string>,
  asks: (provenance: string) => string,
  ordinal: string,
): Condition => ({
  sql: provenanceOf(ordinal, (provenance) => {
    const mentions = words.map((_, place) => `instr(${provenance}, :${name}${place}) > 0`);
    return `(${['0', ...mentions].join(' OR ')}) AND (${asks(provenance)})`;
  }),
  with: {
    [name]: JSON.stringify(words),
    ...Object.fromEntries(words.map((word, place) => [`${name}${place}`, JSON.stringify(word)])),
  },
});

const byParties = (provenance: string): string =>
  `${provenance} ->> '$.recordedBy.party' IN (SELECT value FROM json_each(:parties))
    OR ${provenance} ->> '$.onWordOf' IN (SELECT value FROM json_each(:parties))`;

const byChannel = (provenance: string): string =>
  `${provenance} ->> '$.channel' IN (SELECT value FROM json_each(:channel))`;

/** What an act is asked, by the ordinal of its event: what said a line, or what took it back. */
const ofAct = (
  { parties, channel, recordedAfter, recordedUpTo }: TrailFilter,
  ordinal: string,
): ReadonlyArray<Condition> => [
  ...when(recordedAfter, 'recordedAfter', `${ordinal} > :recordedAfter`),
  ...when(recordedUpTo, 'recordedUpTo', `${ordinal} <= :recordedUpTo`),
  ...(parties === undefined ? [] : [mentioning('parties', parties, byParties, ordinal)]),
  ...(channel === undefined ? [] : [mentioning('channel', [channel], byChannel, ordinal)]),
];

const parametersOf = (conditions: ReadonlyArray<Condition>): Parameters =>
  conditions.reduce((sofar: Parameters, one) => ({ ...sofar, ...one.with }), {});

const all = (conditions: ReadonlyArray<Condition>): string =>
  conditions.map(({ sql }) => sql).join(' AND ');

/** A line matches by its saying, or by its having been taken back. */
const ofEitherAct = (filter: TrailFilter): ReadonlyArray<Condition> => {
  const said = ofAct(filter, 'a.ordinal');
  return said.length === 0
    ? []
    : [
        {
          sql: `((${all(said)}) OR EXISTS (
            SELECT 1 FROM retraction x
            WHERE x.stream = :stream AND x.event = a.ordinal AND x.ordinal <= :knownAt
              AND ${all(ofAct(filter, 'x.ordinal'))}))`,
          with: parametersOf(said),
        },
      ];
};

const conditionsOf = (filter: TrailFilter): ReadonlyArray<Condition> => [
  ...when(filter.effectiveFrom, 'effectiveFrom', 'a.effective_on >= :effectiveFrom'),
  ...when(filter.effectiveTo, 'effectiveTo', 'a.effective_on <= :effectiveTo'),
  {
    sql: `(r.told OR a.value = 'null')`,
    with: {},
  },
  {
    sql: `NOT (r.field = :impliedField AND a.value = :impliedValue
      AND ${ofEvent('type', 'a.ordinal')} = :impliedType)`,
    with: {
      impliedField: filter.leftOut.implied.field,
      impliedType: filter.leftOut.implied.type,
      impliedValue: JSON.stringify(filter.leftOut.implied.value),
    },
  },
  ...(filter.withConfirmed
    ? []
    : [
        {
          sql: `(a.first_said_by IS NULL OR a.first_said_by = ${ofEvent('id', 'a.ordinal')})`,
          with: {},
        },
      ]),
  ...ofEitherAct(filter),
];

/** What is asked of a register is asked once, and not of each of its assertions. */
const ofRegister = ({ subject, field }: TrailFilter): ReadonlyArray<Condition> => [
  ...when(subject, 'subject', 'r.subject = :subject'),
  ...when(
    field,
    'field',
    `(r.field = :field OR substr(r.field, 1, length(:field) + 1) = :field || '/')`,
  ),
];

const registers = (filter: TrailFilter): string => `
  said AS MATERIALIZED (
    SELECT r.id, r.field,
      substr(r.field, 1, instr(r.field || '/', '/') - 1)
        NOT IN (SELECT value FROM json_each(:books)) AS told
    FROM register r
    WHERE ${all([
      {
        sql: `r.id >= :stream * ${registersAStream} AND r.id < (:stream + 1) * ${registersAStream}`,
        with: {},
      },
      ...ofRegister(filter),
    ])})`;

const lines = (filter: TrailFilter): string => `
  FROM said r JOIN assertion a ON a.register = r.id
  WHERE a.ordinal <= :knownAt AND ${all(conditionsOf(filter))}`;

/** What the register held just before on that date: its value, its date and the type of its event. */
const heldBefore = `(
  SELECT json_array(b.value, b.effective_on, f.type)
  FROM assertion b JOIN event f ON f.ordinal = b.ordinal
  WHERE b.register = a.register
    AND (b.effective_on, b.ordinal, b.place) < (a.effective_on, a.ordinal, a.place)
    AND b.ordinal <= :knownAt
    AND b.ordinal NOT IN (
      SELECT y.event FROM retraction y WHERE y.stream = :stream AND y.ordinal <= :knownAt)
  ORDER BY b.effective_on DESC, b.ordinal DESC, b.place DESC LIMIT 1)`;

/** All lines by what is short, gone through once: how many there are, and which are on the page. Only those are read. */
const allLines = (filter: TrailFilter): string => `
  WITH ${registers(filter)}, line AS MATERIALIZED (
    SELECT a.register, a.effective_on, a.ordinal, a.place ${lines(filter)})`;

const pageQuery = (filter: TrailFilter, page: TrailPage): string => {
  const [sign, order] = page.newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const beyond =
    page.beyond === undefined
      ? ''
      : `WHERE (line.ordinal, line.place) ${sign} (:beyondOrdinal, :beyondPlace)`;
  return `${allLines(filter)}, page AS MATERIALIZED (
      SELECT * FROM line ${beyond}
      ORDER BY line.ordinal ${order}, line.place ${order} LIMIT :limit)
    SELECT ${recordColumns}, a.place, ${heldBefore} AS before,
      (SELECT count(*) FROM line) AS total
    FROM page
      JOIN assertion a ON a.register = page.register AND a.effective_on = page.effective_on
        AND a.ordinal = page.ordinal AND a.place = page.place
      JOIN register r ON r.id = a.register
      JOIN event e ON e.ordinal = a.ordinal
      LEFT JOIN document d ON d.id = a.document
      LEFT JOIN retraction x ON x.stream = :stream AND x.event = e.ordinal AND x.ordinal <= :knownAt
    ORDER BY page.ordinal ${order}, page.place ${order}`;
};

const isTexts = (value: Json): value is readonly [value: string, on: string, type: string] =>
  Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === 'string');

const beforeOf = (row: Row): TrailRecord['before'] => {
  if (row['before'] === null) return null;
  const before = json(row['before']);
  if (!isTexts(before)) throw new DamagedRow('the views hold a row that is none');
  const [value, on, type] = before;
  return {
    type,
    field: String(row['field']),
    value: json(value),
    effectiveOn: column(LocalDate, on),
  };
};

const trailRecordOf = (row: Row): TrailRecord => ({
  ...recordOf(row),
  place: Number(row['place']),
  before: beforeOf(row),
});

/** Queries that were prepared once. */
const preparing = (db: DatabaseSync): ((sql: string) => StatementSync) => {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
};

/** Reads audit trails page by page. */
export const trailReader = (
  db: DatabaseSync,
): ((
  stream: StreamName,
  knownAt: Ordinal,
  filter: TrailFilter,
  page: TrailPage,
) => Readonly<{ records: ReadonlyArray<TrailRecord>; total: number }>) => {
  const streamId = db.prepare('SELECT id FROM stream WHERE name = ?');
  const prepared = preparing(db);
  return (name, knownAt, filter, page) => {
    const stream = streamId.get(name)?.['id'];
    if (typeof stream !== 'number') return { records: [], total: 0 };
    const common = {
      stream,
      knownAt,
      books: JSON.stringify(filter.leftOut.fields),
      ...parametersOf([...ofRegister(filter), ...conditionsOf(filter)]),
    };
    const records = prepared(pageQuery(filter, page)).all({
      ...common,
      limit: page.limit,
      ...(page.beyond === undefined
        ? {}
        : { beyondOrdinal: page.beyond.ordinal, beyondPlace: page.beyond.place }),
    });
    // A page beyond the last line tells of none.
    const counted =
      records[0] ?? prepared(`${allLines(filter)} SELECT count(*) AS total FROM line`).get(common);
    return { records: records.map(trailRecordOf), total: Number(counted?.['total']) };
  };
};
