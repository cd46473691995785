import { type Block, wordsOf } from '../document/block.ts';
import type { Piece } from '../document/blocks-of-pieces.ts';
import { splitListMarker } from '../reading/text/list-marker.ts';
import { correctedText, type Corrections } from './corrections.ts';
import { rangeOfPiece } from './words-range.ts';

const pieceOf = ({ index: _, raw: _raw, line: _line, ...piece }: Block): Piece => piece;

/** Words in place of a block's own: the marker stays where they begin with it. */
const withWords = (block: Block, words: string): Piece => {
  const { marker: before, ...piece } = pieceOf(block);
  const kept = before !== undefined && words.startsWith(`${before} `) ? before : undefined;
  const { marker, text } =
    kept === undefined
      ? splitListMarker(words)
      : { marker: kept, text: words.slice(kept.length + 1) };
  const isItem = piece.kind === 'list item' || piece.kind === 'paragraph';
  return {
    ...piece,
    ...(isItem ? { kind: marker === undefined ? 'paragraph' : 'list item' } : {}),
    text,
    ...(marker === undefined ? {} : { marker }),
  };
};

/** One piece a line; a paragraph with nothing left in it is gone, a cell stays where it is. */
const piecesWith = (block: Block, words: string): ReadonlyArray<Piece> => {
  const lines = words.split(/\r?\n/u).filter((line) => line.trim() !== '');
  if (lines.length === 0) return block.kind === 'cell' ? [withWords(block, '')] : [];
  return lines.map((line) => withWords(block, line.trim()));
};

/**
 * The pieces of a document whose words were put right by hand, in places of its text (`textOf`). What is no word of a
 * block (the tabs and empty lines of that text) is not there to be corrected.
 */
export const correctedPieces = (
  blocks: ReadonlyArray<Block>,
  corrections: Corrections,
): ReadonlyArray<Piece> => {
  let at = 0;
  return blocks.flatMap((block) => {
    const start = at;
    at += block.raw.length;
    const range = rangeOfPiece(block, start);
    const own = corrections
      .filter((one) => one.start >= range.start && one.start <= range.end)
      .map((one) => ({
        start: one.start - range.start,
        end: Math.min(one.end, range.end) - range.start,
        text: one.text,
      }));
    return own.length === 0
      ? [pieceOf(block)]
      : piecesWith(block, correctedText(wordsOf(block), own));
  });
};
