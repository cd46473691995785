import type { Words } from '../kit/text-blocks.ts';

/** One cell: its paragraphs, and how it is filled. */
export type Cell = Readonly<{
  paragraphs: ReadonlyArray<Words>;
  bold?: true;
  /** Behind the words, and the words on it: a rating. It never says what the words do not. */
  fill?: string;
  ink?: string;
  align?: 'end';
}>;

export type Column = Readonly<{
  heading: string;
  /** A part of the table's width, as against the other columns. */
  share: number;
  align?: 'end';
}>;

/** A table of words. */
export type Unlaid = Readonly<{
  /** What it is, for who hears it: not shown. */
  summary: string;
  columns: ReadonlyArray<Column>;
  rows: ReadonlyArray<ReadonlyArray<Cell>>;
  /** Which column names its row. */
  rowHeader: number;
}>;

/** A table whose columns have their widths, points. */
export type Table = Unlaid & Readonly<{ widths: ReadonlyArray<number> }>;
