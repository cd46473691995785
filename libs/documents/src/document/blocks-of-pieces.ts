import { type Block, wordsOf } from './block.ts';

/** What a reader finds: a block before it has its number, and its place in the document's text. */
export type Piece = Omit<Block, 'index' | 'raw' | 'line'>;

/** White space of any kind parts words in a document; in a block it is one space. */
const onOneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

const isSameRow = (a: Piece | undefined, b: Piece): boolean =>
  a?.table !== undefined && a.table.table === b.table?.table && a.table.row === b.table.row;

/** A cell stands after a tab; a row, and what is no cell, after an empty line. */
const slice = (piece: Piece, before: Piece | undefined): string => {
  const words = wordsOf(piece);
  const gap = before === undefined || isSameRow(before, piece) ? '' : '\n';
  return `${gap}${piece.kind === 'cell' ? '\t' : ''}${words}\n`;
};

/**
 * Numbers what a reader found, in its order, and writes it as the text in which lines and corrections are counted.
 * Words are put on one line: a reader makes several pieces of what stands on several.
 */
export const blocksOfPieces = (pieces: ReadonlyArray<Piece>): ReadonlyArray<Block> => {
  const blocks: Array<Block> = [];
  let line = 1;
  let before: Piece | undefined;
  for (const found of pieces) {
    const piece = { ...found, text: onOneLine(found.text) };
    const raw = slice(piece, before);
    if (raw.startsWith('\n')) line += 1;
    blocks.push({ ...piece, index: blocks.length + 1, raw, line });
    line += 1;
    before = piece;
  }
  return blocks;
};
