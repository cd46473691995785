import { csvFile, csvRows, type CsvValue } from '@trackrecord/papers';

/** A column of a table: what stands above it, and what a row has in it; nothing where there is none. */
export type Column<Row> = Readonly<{
  heading: string;
  of: (row: Row) => CsvValue;
}>;

/** A line above a table: what it says, and of what. */
export type HeadWords = ReadonlyArray<readonly [name: string, value: string]>;

const cellsOf = <Row>(
  columns: ReadonlyArray<Column<Row>>,
  rows: ReadonlyArray<Row>,
): ReadonlyArray<ReadonlyArray<CsvValue>> => rows.map((row) => columns.map(({ of }) => of(row)));

/**
 * A table as a CSV file that is safe to open in a spreadsheet (see `csvFile`), with a row of headings.
 * @param head lines above the headings, with an empty one below them, for a file that is to say what it is of
 */
export const csvOf = <Row>(
  columns: ReadonlyArray<Column<Row>>,
  rows: ReadonlyArray<Row>,
  head: HeadWords = [],
): string =>
  csvFile([
    ...head,
    ...(head.length === 0 ? [] : [[]]),
    columns.map(({ heading }) => heading),
    ...cellsOf(columns, rows),
  ]);

/** Rows of such a table alone, to go on with a file that is written in parts; "" where there are none. */
export const csvRowsOf = <Row>(
  columns: ReadonlyArray<Column<Row>>,
  rows: ReadonlyArray<Row>,
): string => csvRows(cellsOf(columns, rows));
