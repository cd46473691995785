import { type Block, wordsOf } from './block.ts';

/** What a reader finds: a block before it has its number, and its place in the document's text. */
export type Piece = Omit<Block, 'index' | 'raw' | 'line'>;

/** Most words of a large table are tidy: left as they are, they do not stand in memory twice. */
const untidy = /[^\S ]| {2}|^ | $/u;

/** White space of any kind parts words in a document; in a block it is one space. */
const onOneLine = (words: string): string =>
  untidy.test(words) ? words.replace(/\s+/gu, ' ').trim() : words;

const isSameRow = (a: Piece | undefined, b: Piece): boolean =>
  a?.table !== undefined && a.table.table === b.table?.table && a.table.row === b.table.row;

/** A cell stands after a tab; a row, and what is no cell, after an empty line. */
const gapBefore = (piece: Piece, before: Piece | undefined): '' | '\n' =>
  before === undefined || isSameRow(before, piece) ? '' : '\n';

const slice = (piece: Piece, gap: string): string =>
  `${gap}${piece.kind === 'cell' ? '\t' : ''}${wordsOf(piece)}\n`;

/**
 * Numbers what a reader found, in its order, and writes it as the text in which lines and corrections are counted.
 * Words are put on one line: a reader makes several pieces of what stands on several.
 */
export const blocksOfPieces = (pieces: ReadonlyArray<Piece>): ReadonlyArray<Block> => {
  const blocks: Array<Block> = [];
  let line = 1;
  let before: Piece | undefined;
  for (const found of pieces) {
    const text = onOneLine(found.text);
    const piece = text === found.text ? found : { ...found, text };
    const gap = gapBefore(piece, before);
    if (gap !== '') line += 1;
    blocks.push({ ...piece, index: blocks.length + 1, raw: slice(piece, gap), line });
    line += 1;
    before = piece;
  }
  return blocks;
};
