import type { DatabaseSync } from 'node:sqlite';
import type { Point } from '@trackrecord/application/ports';
import { type Holding, LocalDate, Ordinal, type Values } from '@trackrecord/kernel';
import { column, json } from './row-values.ts';

/** The winner of each register by the greatest (effective_on, ordinal): the cut, one descent a register. */
const winners = (among: string): string => `
  SELECT r.subject, r.field, a.value, a.effective_on, a.ordinal
  FROM register r JOIN assertion a ON a.register = r.id AND (a.effective_on, a.ordinal) = (
    SELECT b.effective_on, b.ordinal FROM assertion b
    WHERE b.register = r.id AND b.effective_on <= ?2 AND b.ordinal <= ?3
      AND (b.retracted_at IS NULL OR b.retracted_at > ?3) ${among}
    ORDER BY b.effective_on DESC, b.ordinal DESC LIMIT 1)
  WHERE r.stream = ?1 ORDER BY r.id`;

const saidByDocuments = `AND b.document IN
  (SELECT id FROM document WHERE sha256 IN (SELECT value FROM json_each(?4)))`;

type Row = readonly [string, string, string, string, number];

const isRow = (row: unknown): row is Row => Array.isArray(row) && row.length === 5;

const holdingOf = ([, , value, effectiveOn, ordinal]: Row): Holding => ({
  value: json(value),
  effectiveOn: column(LocalDate, effectiveOn),
  ordinal: column(Ordinal, ordinal),
});

const gathered = (rows: Iterable<unknown>): Values => {
  const cut = new Map<string, Map<string, Holding>>();
  for (const row of rows) {
    if (!isRow(row)) continue;
    const [subject, field] = row;
    const fields = cut.get(subject);
    if (fields === undefined) cut.set(subject, new Map([[field, holdingOf(row)]]));
    else fields.set(field, holdingOf(row));
  }
  return cut;
};

/** Reads cuts through single streams. */
export const cutReader = (db: DatabaseSync): ((stream: string, point: Point) => Values) => {
  const streamId = db.prepare('SELECT id FROM stream WHERE name = ?');
  const all = db.prepare(winners(''));
  const some = db.prepare(winners(saidByDocuments));
  all.setReturnArrays(true);
  some.setReturnArrays(true);
  return (stream, { asOf, knownAt, documents }) => {
    const id = Number(streamId.get(stream)?.['id'] ?? -1);
    return gathered(
      documents === undefined
        ? all.all(id, asOf, knownAt)
        : some.all(id, asOf, knownAt, JSON.stringify([...documents])),
    );
  };
};
