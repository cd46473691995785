import { type Block, wordsOf } from '../document/block.ts';
import type { Colour } from '../document/colour.ts';

/** A cell with all its paragraphs. */
export type GridCell = Readonly<{
  /** The columns of the grid that it takes: from which, and how many. */
  column: number;
  columns: number;
  blocks: ReadonlyArray<Block>;
  text: string;
  fill?: Colour;
}>;

export type GridRow = ReadonlyArray<GridCell>;

const cellOf = (column: number, blocks: ReadonlyArray<Block>): GridCell => {
  const fill = blocks.find((block) => block.fill !== undefined)?.fill;
  return {
    column,
    columns: Math.max(1, ...blocks.map(({ table }) => table?.columns ?? 1)),
    blocks,
    text: blocks.map(wordsOf).join(' ').trim(),
    ...(fill === undefined ? {} : { fill }),
  };
};

const rowOf = (blocks: ReadonlyArray<Block>): GridRow =>
  [...Map.groupBy(blocks, ({ table }) => table?.column ?? 0)].map(([column, some]) =>
    cellOf(column, some),
  );

/** A sheet may have tens of thousands of rows; what its columns are is to be seen in the first of them. */
const mostRows = 1000;

/** No table of actions is wider. */
const mostColumns = 100;

const isNear = ({ table }: Block): boolean =>
  table !== undefined && table.row <= mostRows && table.column <= mostColumns;

/** The tables of a document, each as its first rows from top to bottom. */
export const tablesIn = (blocks: ReadonlyArray<Block>): ReadonlyArray<ReadonlyArray<GridRow>> => {
  const cells = blocks.filter(isNear);
  return [...Map.groupBy(cells, ({ table }) => table?.table ?? 0).values()].map((table) =>
    [...Map.groupBy(table, ({ table: place }) => place?.row ?? 0).values()].map(rowOf),
  );
};

export const isFilled = ({ text, fill }: GridCell): boolean => text !== '' || fill !== undefined;

/** The cells with words. */
export const worded = (row: GridRow): GridRow => row.filter(({ text }) => text !== '');

export const cellAt = (row: GridRow, column: number): GridCell | undefined =>
  row.find((cell) => cell.column === column);
