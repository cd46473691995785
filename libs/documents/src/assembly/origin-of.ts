import { type Block, wordsOf } from '../document/block.ts';
import type { Origin } from '../proposal/origin.ts';
import { placed } from '../proposal/placed.ts';

export const originOf = (block: Block, words: string = wordsOf(block)): Origin => ({
  block: block.index,
  line: block.line,
  words,
  ...placed(block),
});
