import { type Block, wordsOf } from '../document/block.ts';
import type { Piece } from '../document/blocks-of-pieces.ts';
import { splitListMarker } from '../reading/text/list-marker.ts';
import { correctedText, type Corrections } from './corrections.ts';
import { rangesOfPieces, type TextRange } from './words-range.ts';

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

/** A piece of a corrected document, and where its words stand in the corrected text (`correctedText`). */
export type CorrectedPiece = Readonly<{ piece: Piece; range: TextRange }>;

/** Where each line of some words stands in a text in which they begin at `at`, without the white space around it. */
const linesIn = (words: string, at: number): ReadonlyArray<TextRange> =>
  [...words.matchAll(/[^\n]+/gu)].flatMap(({ 0: line, index }) => {
    const start = at + index + (line.length - line.trimStart().length);
    return line.trim() === '' ? [] : [{ start, end: start + line.trim().length }];
  });

/** One piece a line; a paragraph with nothing left in it is gone, a cell stays where it is. */
const piecesWith = (block: Block, words: string, at: number): ReadonlyArray<CorrectedPiece> => {
  const lines = linesIn(words, at);
  if (lines.length === 0)
    return block.kind === 'cell'
      ? [{ piece: withWords(block, ''), range: { start: at, end: at } }]
      : [];
  return lines.map((range) => ({
    piece: withWords(block, words.slice(range.start - at, range.end - at)),
    range,
  }));
};

/** A block's corrections, counted in its own words. */
const ownOf = (corrections: Corrections, { start, end }: TextRange): Corrections =>
  corrections
    .filter((one) => start <= one.start && one.end <= end)
    .map((one) => ({ ...one, start: one.start - start, end: one.end - start }));

/**
 * The corrections of a document, other than text, that are of no words of one block: of the tabs and empty lines of
 * its text (`textOf`), or of the words of several blocks. There is none where each is made in the range of a
 * corrected piece.
 */
export const strayCorrections = (
  blocks: ReadonlyArray<Block>,
  corrections: Corrections,
): Corrections => {
  if (corrections.length === 0) return [];
  const ranges = rangesOfPieces(blocks);
  return corrections.filter(
    (one) => !ranges.some(({ start, end }) => start <= one.start && one.end <= end),
  );
};

/**
 * The pieces of a document whose words were put right by hand, in places of its text (`textOf`), in their order. The
 * next correction of a piece's words is made in its range. What is no word of a block is not there to be corrected:
 * see `strayCorrections`.
 */
export const correctedPieces = (
  blocks: ReadonlyArray<Block>,
  corrections: Corrections,
): ReadonlyArray<CorrectedPiece> => {
  const ranges = rangesOfPieces(blocks);
  let shift = 0;
  return blocks.flatMap((block, place) => {
    const range = ranges[place] ?? { start: 0, end: 0 };
    const at = range.start + shift;
    const own = ownOf(corrections, range);
    if (own.length === 0)
      return [{ piece: pieceOf(block), range: { start: at, end: range.end + shift } }];
    const words = correctedText(wordsOf(block), own);
    shift += words.length - (range.end - range.start);
    return piecesWith(block, words, at);
  });
};
