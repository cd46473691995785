import { type Block, wordsOf } from '../document/block.ts';
import { isHeadingLike, readsLikeTitle } from './heading-like.ts';

const isSameRow = (a: Block | undefined, b: Block): boolean =>
  a?.table !== undefined && a.table.table === b.table?.table && a.table.row === b.table.row;

/** Whether a cell is the only one of its row that has words. */
export const isLoneCell = (blocks: ReadonlyArray<Block>, at: number): boolean => {
  const block = blocks[at];
  if (block?.table === undefined) return false;
  for (const step of [-1, 1]) {
    for (let beside = at + step; isSameRow(blocks[beside], block); beside += step) {
      const other = blocks[beside];
      if (other !== undefined && wordsOf(other) !== '') return false;
    }
  }
  return true;
};

/** Whether a block reads like a title: a heading, a line, or a cell that has its row to itself. */
export const isTitleLike = (blocks: ReadonlyArray<Block>, at: number): boolean => {
  const block = blocks[at];
  if (block === undefined) return false;
  return (
    isHeadingLike(block) ||
    (block.kind === 'cell' && readsLikeTitle(wordsOf(block)) && isLoneCell(blocks, at))
  );
};

/** The places of the first blocks that have words: sheets begin with blank cells. */
export const firstWithWords = (
  blocks: ReadonlyArray<Block>,
  count: number,
): ReadonlyArray<number> => {
  const found: Array<number> = [];
  for (let at = 0; at < blocks.length && found.length < count; at += 1) {
    const block = blocks[at];
    if (block !== undefined && wordsOf(block) !== '') found.push(at);
  }
  return found;
};
