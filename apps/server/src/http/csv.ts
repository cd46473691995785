import { stringify } from 'csv-stringify/sync';

/** A column of a table: what stands above it, and what a row has in it; nothing where there is none. */
export type Column<Row> = Readonly<{
  heading: string;
  of: (row: Row) => string | number | boolean | null | undefined;
}>;

/** A line above a table: what it says, and of what. */
export type HeadWords = ReadonlyArray<readonly [name: string, value: string]>;

const options = {
  // A mark by which spreadsheets know UTF-8.
  bom: true,
  record_delimiter: 'windows',
  // Readers end a row at a break of whatever kind; by itself only what ends our own rows would be quoted.
  quoted_match: /[\r\n]/u,
  // A cell that a spreadsheet would run as a formula is told to be text; numbers below 0 stay numbers.
  escape_formulas: true,
  cast: { boolean: (value: boolean) => (value ? 'yes' : 'no') },
} as const;

/**
 * A table as CSV (RFC 4180) that is safe to open in a spreadsheet: UTF-8 with its mark, a row of headings.
 * @param head lines above the headings, with an empty one below them, for a file that is to say what it is of
 */
export const csvOf = <Row>(
  columns: ReadonlyArray<Column<Row>>,
  rows: ReadonlyArray<Row>,
  head: HeadWords = [],
): string =>
  stringify(
    [
      ...head.map(([name, value]) => [name, value]),
      ...(head.length === 0 ? [] : [[]]),
      columns.map(({ heading }) => heading),
      ...rows.map((row) => columns.map(({ of }) => of(row))),
    ],
    options,
  );

/** Rows of such a table alone, to go on with a file that is written in parts; "" where there are none. */
export const csvRowsOf = <Row>(
  columns: ReadonlyArray<Column<Row>>,
  rows: ReadonlyArray<Row>,
): string =>
  stringify(
    rows.map((row) => columns.map(({ of }) => of(row))),
    { ...options, bom: false },
  );
