import { parse } from 'csv-parse/sync';
import type { Piece } from '../../document/blocks-of-pieces.ts';
import type { Remark } from '../../document/remark.ts';
import { limits } from '../limits.ts';
import type { Reader, Source } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { splitListMarker } from '../text/list-marker.ts';
import { decodeValues } from './decode-values.ts';
import { layoutOf } from './delimiter-of.ts';
import { scanRows } from './scan-rows.ts';

/** A row that has words; from 1, as a spreadsheet would count it. */
type Row = Readonly<{ row: number; fields: ReadonlyArray<string> }>;

const rowsBetween = 2_000;

/** A sign before what a spreadsheet would take for a formula says that it is none; programs that export write it. */
const withoutGuard = (field: string): string => field.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '');

const over = (name: string, what: string, seen: number, limit: number): never =>
  refuse({ _tag: 'OverLimit', name, part: 'the table', what, seen, limit });

/** Counts what is read while it is read, so that a table that goes too far is stopped there. */
const collecting = ({ name, bytes, progress }: Source) => {
  const rows: Array<Row> = [];
  let seen = 0;
  let words = 0;
  let worded = 0;
  const tooMuch = (): never =>
    refuse({ _tag: 'TooMuchToImport', name, worded, limit: limits.worded });
  const add = (fields: ReadonlyArray<string>, done: number): void => {
    seen += 1;
    if (seen % rowsBetween === 0) progress(Math.min(done, bytes.length), bytes.length);
    const last = fields.findLastIndex((field) => field.trim() !== '');
    if (last < 0) return;
    if (last >= limits.columns) over(name, 'columns', last + 1, limits.columns);
    worded += fields.reduce((sum, field) => (field.trim() === '' ? sum : sum + 1), 0);
    if (worded > limits.worded) {
      // It is refused in the end: what is left of it is counted alone.
      rows.length = 0;
      if (worded > limits.counted) tooMuch();
      return;
    }
    rows.push({ row: seen, fields: fields.slice(0, last + 1).map(withoutGuard) });
    words += last + 1;
    if (words > limits.blocks)
      refuse({ _tag: 'TooManyBlocks', name, blocks: words, limit: limits.blocks });
  };
  const check = (): void => {
    if (worded > limits.worded) tooMuch();
  };
  return { rows, add, check };
};

const rowsOf = (source: Source, text: string, delimiter: string): ReadonlyArray<Row> => {
  const broken = scanRows(text, delimiter, () => true);
  if (broken !== undefined)
    refuse({
      _tag: 'Damaged',
      name: source.name,
      part: `row ${broken.row}`,
      seen: broken.why,
      accepted: 'a field with quotation marks around the whole of it, each inside it written twice',
    });
  const { rows, add, check } = collecting(source);
  parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Marks around a whole field are checked above; others are words.
    relax_quotes: true,
    on_record: (fields: ReadonlyArray<string>, { bytes }) => {
      add(fields, bytes);
      return undefined;
    },
  });
  check();
  return rows;
};

const linesOf = (field: string): ReadonlyArray<string> => {
  const lines = field.split(/\r\n|[\r\n]/u).filter((line) => line.trim() !== '');
  return lines.length === 0 ? [''] : lines;
};

const piecesOfField = (field: string, row: number, column: number): ReadonlyArray<Piece> => {
  const table = { table: 1, row, column };
  const place = `row ${row}, column ${column}`;
  return linesOf(field).map((line) => {
    const { marker, text } = splitListMarker(line.trim());
    return { kind: 'cell', text, table, place, ...(marker === undefined ? {} : { marker }) };
  });
};

/** An empty field is told where its column has words in some row; rows without any are not. */
const piecesOf = (name: string, rows: ReadonlyArray<Row>): ReadonlyArray<Piece> => {
  const worded = new Set(
    rows.flatMap(({ fields }) => fields.flatMap((field, at) => (field.trim() === '' ? [] : at))),
  );
  const columns = [...worded].toSorted((a, b) => a - b);
  const pieces: Array<Piece> = [];
  for (const { row, fields } of rows) {
    for (const at of columns) pieces.push(...piecesOfField(fields[at] ?? '', row, at + 1));
    if (pieces.length > limits.blocks)
      refuse({ _tag: 'TooManyBlocks', name, blocks: pieces.length, limit: limits.blocks });
  }
  return pieces;
};

const guessed: Remark = {
  kind: 'doubtful',
  place: '',
  words:
    'The file is not in UTF-8 and was read as Windows-1252, as Excel writes it. Look at letters such as “é” and “£”.',
};

/**
 * Reads a table of values (.csv, .tsv) as one table: its encoding and what parts its fields are found. Whatever looks
 * like a formula is words.
 */
export const readValues: Reader = async (source) => {
  const { name, bytes } = source;
  const { text, isWindows1252 } = decodeValues(name, bytes);
  const { delimiter, start } = layoutOf(name, text);
  const rows = rowsOf(source, text.slice(start), delimiter);
  return { pieces: piecesOf(name, rows), remarks: isWindows1252 ? [guessed] : [] };
};
