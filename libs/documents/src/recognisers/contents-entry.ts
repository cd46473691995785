import { type Block, wordsOf } from '../document/block.ts';

const isPageNumber = (words: string): boolean => /^(?:\d{1,3}|[ivxl]{1,5})$/.test(words);

const endsInPageNumber = (words: string): boolean =>
  /(?:\.{3,}|…|\t|\s{2,})\s*\d{1,3}$/.test(words);

/** How far an entry's page number may stand after it. */
const reach = 2;

/** A line of a table of contents: a page number, or something that one stands right after. */
export const isContentsEntry = (blocks: ReadonlyArray<Block>, at: number): boolean => {
  const words = blocks.slice(at, at + 1 + reach).map(wordsOf);
  const first = words[0] ?? '';
  return isPageNumber(first) || endsInPageNumber(first) || words.slice(1).some(isPageNumber);
};
