import type { Block } from '../document/block.ts';

/**
 * Words that somebody typed in the place of a block's, as they can stand in its text: a cell's on one line, as a line
 * break or a tab would end the cell; else with the line ends of the text.
 */
export const wordsAsTyped = (
  { table }: Pick<Block, 'table'>,
  source: string,
  typed: string,
): string => {
  const words = typed.replace(/\r\n?/gu, '\n').trim();
  if (table !== undefined) return words.replace(/\s+/gu, ' ');
  return source.includes('\r\n') ? words.replaceAll('\n', '\r\n') : words;
};
