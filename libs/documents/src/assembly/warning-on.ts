import { type Block, wordsOf } from '../document/block.ts';
import type { Warning } from '../proposal/warning.ts';

/** A warning about a block, with its place and words. */
export const warningOn = (block: Block, message: string): Warning => ({
  block: block.index,
  line: block.line,
  text: wordsOf(block),
  message,
});
