import {
  actionHeads,
  copyForms,
  copyProperties,
  type CopyField,
  type Document,
} from '@trackrecord/documents';
import { Sha256 } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { createHash } from 'node:crypto';

/** A row of a register as somebody has it on their screen; without an id where they wrote it themselves. */
export type Row = Readonly<{ id: string | null; cells: ReadonlyMap<CopyField, string> }>;

/** The columns of a register, in the order of its heads. */
export const columns: ReadonlyArray<CopyField> = [
  'ref',
  'priority',
  'action',
  'rating',
  'lead',
  'support',
  'byWhen',
  'status',
  'latestNote',
  'newNote',
];

const lineOf = ({ id, cells }: Row): ReadonlyArray<string> => [
  id ?? '',
  ...columns.map((column) => cells.get(column) ?? ''),
];

/** A register in tables: the first has the heads. */
type Tables = Readonly<{
  rows: ReadonlyArray<Row>;
  /** The row from which on the table was split, without heads. */
  split?: number | undefined;
  /** Rows of a second sheet with heads. */
  beside?: ReadonlyArray<Row> | undefined;
}>;

const cellsOf = (lines: ReadonlyArray<ReadonlyArray<string>>, table: number) =>
  lines.flatMap((line, row) =>
    line.map((text, column) => ({ text, table: { table, row: row + 1, column: column + 1 } })),
  );

/**
 * A register as a reader of workbooks would give it. Written here by itself, and not by what writes workbooks.
 * @param origin the ordinal and the date that the copy was made at
 */
export const copyDocument = (
  name: string,
  { rows, split = rows.length, beside }: Tables,
  { ordinal, asOf }: Readonly<{ ordinal: number; asOf: string }>,
): Document => {
  const heads = [actionHeads.id, ...columns.map((column) => actionHeads[column])];
  const lines = rows.map(lineOf);
  const cells = [
    ...cellsOf([heads, ...lines.slice(0, split)], 1),
    // A sheet ends with its last words.
    ...cellsOf(
      lines
        .slice(split)
        .map((line) => line.slice(0, line.findLastIndex((text) => text !== '') + 1)),
      2,
    ),
    ...(beside === undefined ? [] : cellsOf([heads, ...beside.map(lineOf)], 3)),
  ];
  const blocks = cells.map(({ text, table }, at) => ({
    index: at + 1,
    kind: 'cell' as const,
    text,
    raw: `\t${text}\n`,
    line: at + 1,
    table,
  }));
  const digest = createHash('sha256').update(JSON.stringify([name, ordinal, cells]));
  return {
    name,
    sha256: must(Sha256)(digest.digest('hex')),
    format: 'xlsx',
    blocks,
    remarks: [],
    properties: {
      [copyProperties.plan]: 'copied',
      [copyProperties.ordinal]: String(ordinal),
      [copyProperties.asOf]: asOf,
      [copyProperties.form]: copyForms.workbook,
    },
  };
};
