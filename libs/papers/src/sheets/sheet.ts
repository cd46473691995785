import type { LocalDate } from '@trackrecord/kernel';

/** What a cell of a sheet holds, whatever file the sheet is written into. */
export type Cell =
  | Readonly<{ _tag: 'Empty' }>
  | Readonly<{ _tag: 'Words'; words: string }>
  | Readonly<{ _tag: 'Number'; value: number }>
  | Readonly<{ _tag: 'Day'; on: LocalDate }>
  /** What clocks and calendars showed: `2026-03-05T14:02:00`, without a zone. */
  | Readonly<{ _tag: 'Time'; at: string }>;

/** A column: what stands above it, how wide it is in characters, and how its cells are to be read. */
export type SheetColumn = Readonly<{
  head: string;
  width: number;
  /** `long` is running text; `rating` is coloured by its words. */
  kind: 'short' | 'long' | 'rating' | 'number' | 'day' | 'time';
  /** What a cell may hold, where that is a list. */
  choices?: ReadonlyArray<string>;
  hidden?: true;
}>;

/** A table with one row of heads: a sheet of a workbook, a CSV file. */
export type Sheet = Readonly<{
  name: string;
  columns: ReadonlyArray<SheetColumn>;
  rows: ReadonlyArray<ReadonlyArray<Cell>>;
  /** How many columns stay in sight while the others move. */
  kept: number;
}>;

/** A column with how a row's cell in it is found. */
export type ColumnOf<Row> = SheetColumn & Readonly<{ of: (row: Row) => Cell }>;

export const empty: Cell = { _tag: 'Empty' };

/** Words; nothing where there are none. */
export const words = (text: string | null | undefined): Cell =>
  text === null || text === undefined || text === '' ? empty : { _tag: 'Words', words: text };

export const number = (value: number | null | undefined): Cell =>
  value === null || value === undefined ? empty : { _tag: 'Number', value };

export const day = (on: LocalDate | null | undefined): Cell =>
  on === null || on === undefined ? empty : { _tag: 'Day', on };

/** A sheet of its columns and what its rows are made of. */
export const sheetOf = <Row>(
  name: string,
  columns: ReadonlyArray<ColumnOf<Row>>,
  rows: ReadonlyArray<Row>,
  kept = 0,
): Sheet => ({
  name,
  columns: columns.map(({ of: _of, ...column }) => column),
  rows: rows.map((row) => columns.map(({ of }) => of(row))),
  kept,
});
