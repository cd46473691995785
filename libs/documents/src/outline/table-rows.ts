import { type Block, wordsOf } from '../document/block.ts';
import type { Colour } from '../document/colour.ts';

/** A cell of a table with all its paragraphs. */
export type TableCell = Readonly<{
  /** The first of the grid's columns that it takes, and how many it takes. */
  column: number;
  columns: number;
  rows: number;
  blocks: ReadonlyArray<Block>;
  /** Its paragraphs, one a line; "" where it is empty. */
  text: string;
  fill?: Colour;
}>;

export type TableRow = Readonly<{ table: number; row: number; cells: ReadonlyArray<TableCell> }>;

/** No table of actions has more columns: what stands further out is looked at no closer. */
export const mostColumns = 500;

/** A cell's own colour before that of some of its words. */
const fillOf = (blocks: ReadonlyArray<Block>): Colour | undefined => {
  const fills = blocks.flatMap(({ fill }) => (fill === undefined ? [] : [fill]));
  return fills.find(({ by }) => by === 'cell' || by === 'rule') ?? fills[0];
};

const cellOf = (column: number, blocks: ReadonlyArray<Block>): TableCell => {
  const place = blocks[0]?.table;
  const fill = fillOf(blocks);
  return {
    column,
    columns: place?.columns ?? 1,
    rows: place?.rows ?? 1,
    blocks,
    text: blocks.map(wordsOf).join('\n').trim(),
    ...(fill === undefined ? {} : { fill }),
  };
};

/** The cells of one row's blocks: a cell of several paragraphs is several blocks. */
export const cellsOfRow = (row: ReadonlyArray<Block>): ReadonlyArray<TableCell> => {
  const byColumn = new Map<number, Array<Block>>();
  for (const block of row) {
    const column = block.table?.column ?? 0;
    const cell = byColumn.get(column);
    if (cell === undefined) byColumn.set(column, [block]);
    else cell.push(block);
  }
  return [...byColumn].map(([column, blocks]) => cellOf(column, blocks));
};

/** The tables of a document by number, each with its rows in order. */
export const tablesOf = (
  blocks: ReadonlyArray<Block>,
): ReadonlyMap<number, ReadonlyArray<TableRow>> => {
  const rows = new Map<number, Map<number, Array<Block>>>();
  for (const block of blocks) {
    if (block.table === undefined) continue;
    const { table, row } = block.table;
    const ofTable = rows.get(table) ?? new Map<number, Array<Block>>();
    rows.set(table, ofTable);
    const ofRow = ofTable.get(row);
    if (ofRow === undefined) ofTable.set(row, [block]);
    else ofRow.push(block);
  }
  return new Map(
    [...rows].map(([table, ofTable]) => [
      table,
      [...ofTable].map(([row, all]) => ({ table, row, cells: cellsOfRow(all) })),
    ]),
  );
};

/** The cells of a row that have words. */
export const filledCells = ({ cells }: Pick<TableRow, 'cells'>): ReadonlyArray<TableCell> =>
  cells.filter(({ text }) => text !== '');
