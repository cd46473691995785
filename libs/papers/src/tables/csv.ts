import { stringify } from 'csv-stringify/sync';
import type { Cell, Sheet } from '../sheets/sheet.ts';

/** What a value of a row may be; nothing where there is none. */
export type CsvValue = string | number | boolean | null | undefined;

const options = {
  record_delimiter: 'windows',
  // Readers end a row at a break of whatever kind; by itself only what ends our own rows would be quoted.
  quoted_match: /[\r\n]/u,
  // A cell that a spreadsheet would run as a formula is told to be text; numbers below 0 stay numbers.
  escape_formulas: true,
  cast: { boolean: (value: boolean) => (value ? 'yes' : 'no') },
} as const;

export type CsvDelimiter = ',' | '\t';

/** Rows as CSV, to go on with a file that is written in parts; "" where there are none. */
export const csvRows = (
  rows: ReadonlyArray<ReadonlyArray<CsvValue>>,
  delimiter: CsvDelimiter = ',',
): string =>
  stringify(
    rows.map((row) => [...row]),
    { ...options, delimiter },
  );

/**
 * Rows as a CSV file (RFC 4180) that is safe to open in a spreadsheet: UTF-8 with the mark by which spreadsheets know
 * it. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
export const csvFile = (
  rows: ReadonlyArray<ReadonlyArray<CsvValue>>,
  delimiter: CsvDelimiter = ',',
): string => `\ufeff${csvRows(rows, delimiter)}`;

/** Dates and times as ISO 8601 writes them, which spreadsheets take for dates. */
const valueOf = (cell: Cell): CsvValue => {
  switch (cell._tag) {
    case 'Empty':
      return null;
    case 'Words':
      return cell.words;
    case 'Number':
      return cell.value;
    case 'Day':
      return cell.on;
    case 'Time':
      return cell.at.replace('T', ' ');
  }
};

/** A sheet as a file of values parted by commas or tabs, its heads in the first row. */
export const sheetAsCsv = ({ columns, rows }: Sheet, delimiter: CsvDelimiter = ','): string =>
  csvFile([columns.map(({ head }) => head), ...rows.map((cells) => cells.map(valueOf))], delimiter);
