import { type Block, wordsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';

/** A stretch of a text, as `slice` takes it: UTF-16 code units from 0, `end` not included. */
export type TextRange = Readonly<{ start: number; end: number }>;

/** The line of a cell that holds nothing: its tab is the cell, and words come after it. */
const emptyCellLine = /^\t[^\S\r\n]*(?:\r?\n|$)/u;

/** Empty lines, the rules of tables and the bar before the next row, which are no blocks: before the first, or after any. */
const linesBefore = /^(?:(?!\t)[^\S\n]*(?:\|[|:\-\t\r ]*\|[^\S\n]*)?\n)*/u;
const linesAfter = /(?:\n[^\S\n]*(?:\|[|:\-\t\r ]*\|[^\S\n]*)?)*(?:\n[^\S\n]*\|)?$/u;

const emptyWordsIn = (raw: string, isLast: boolean): TextRange => {
  const at = emptyCellLine.test(raw) && (raw.includes('\n') || isLast) ? 1 : 0;
  return { start: at, end: at };
};

/** A cell's words stand on one line, between tabs or bars. */
const cellWordsIn = (raw: string): TextRange => {
  const start = raw.search(/[^\s|]/u);
  const words = (raw.slice(start).split('\n', 1)[0] ?? '').replace(/[\s|]+$/u, '');
  return { start, end: start + words.length };
};

const wordsIn = (raw: string): TextRange => ({
  start: raw.length - raw.trimStart().length,
  end: raw.replace(linesAfter, '').trimEnd().length,
});

const rangeIn = (block: Block, raw: string, isLast: boolean): TextRange => {
  if (block.table === undefined) return wordsIn(raw);
  return wordsOf(block) === '' ? emptyWordsIn(raw, isLast) : cellWordsIn(raw);
};

const rangesInText = (blocks: ReadonlyArray<Block>): ReadonlyArray<TextRange> => {
  const ranges: Array<TextRange> = [];
  let at = 0;
  for (const [place, block] of blocks.entries()) {
    const before = place === 0 ? (linesBefore.exec(block.raw)?.[0].length ?? 0) : 0;
    const { start, end } = rangeIn(block, block.raw.slice(before), place === blocks.length - 1);
    ranges.push({ start: at + before + start, end: at + before + end });
    at += block.raw.length;
  }
  return ranges;
};

/** Of blocks that were no text to begin with: each ends with its words and the end of a line. */
export const rangesOfPieces = (blocks: ReadonlyArray<Block>): ReadonlyArray<TextRange> => {
  let at = 0;
  return blocks.map((block) => {
    at += block.raw.length;
    const end = at - 1;
    return { start: end - wordsOf(block).length, end };
  });
};

/**
 * Where in the document's text each block's words stand, marker and all; without the tabs, bars and empty lines around
 * them, which make a cell a cell. An empty cell's are the place where they would stand. The text is that of the document as it
 * was sent, or of a text file as it is corrected: for other formats see `correctedPieces`.
 */
export const wordsRangesOf = ({
  format,
  blocks,
}: Pick<Document, 'format' | 'blocks'>): ReadonlyArray<TextRange> =>
  format === 'text' ? rangesInText(blocks) : rangesOfPieces(blocks);
