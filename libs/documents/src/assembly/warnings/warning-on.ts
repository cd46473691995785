import { type Block, wordsOf } from '../../document/block.ts';
import type { Origin } from '../../proposal/origin.ts';
import type { Warning } from '../../proposal/warning.ts';

/** A warning about a block, with its place and words. */
export const warningOn = (block: Block, message: string): Warning => ({
  block: block.index,
  line: block.line,
  text: wordsOf(block),
  message,
});

/** A warning about words that something was read from. */
export const warningFrom = ({ block, line, words }: Origin, message: string): Warning => ({
  block,
  line,
  text: words,
  message,
});
