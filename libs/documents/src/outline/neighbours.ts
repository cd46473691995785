import { type Block, wordsOf } from '../document/block.ts';
import type { Here } from './step.ts';

/** The block `steps` after (or before, where negative). */
export const neighbour = (here: Here, steps: number): Block | undefined =>
  here.blocks[here.at + steps];

/** The blocks of the table row that begins here; just this one where it is no cell. */
export const rowHere = ({ block, blocks, at }: Here): ReadonlyArray<Block> => {
  if (block.table === undefined) return [block];
  const { table, row } = block.table;
  let end = at;
  while (blocks[end]?.table?.table === table && blocks[end]?.table?.row === row) end += 1;
  return blocks.slice(at, end);
};

const isSameRow = (a: Block | undefined, b: Block): boolean =>
  a?.table !== undefined && a.table.table === b.table?.table && a.table.row === b.table.row;

/** Whether a cell is the first of its row. */
export const beginsRow = (here: Here): boolean =>
  here.block.table !== undefined && !isSameRow(neighbour(here, -1), here.block);

/** Whether a block may be a heading: a paragraph, or a cell that has its row to itself. */
export const standsAlone = (here: Here): boolean => {
  const { block } = here;
  if (block.kind !== 'cell') return true;
  const isFilled = (other: Block | undefined): boolean =>
    other !== undefined && isSameRow(other, block) && wordsOf(other) !== '';
  return !isFilled(neighbour(here, -1)) && !isFilled(neighbour(here, 1));
};
