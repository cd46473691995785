import { type Block, wordsOf } from '../../document/block.ts';
import type { Origin } from '../../proposal/origin.ts';
import { placed } from '../../proposal/placed.ts';
import type { Warning } from '../../proposal/warning.ts';

/** A warning about a block, with its place and words. */
export const warningOn = (block: Block, message: string): Warning => ({
  block: block.index,
  line: block.line,
  ...placed(block),
  text: wordsOf(block),
  message,
});

/** A warning about words that something was read from. */
export const warningFrom = (from: Origin, message: string): Warning => ({
  block: from.block,
  line: from.line,
  ...placed(from),
  text: from.words,
  message,
});
