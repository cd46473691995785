import type { Block } from '../document/block.ts';
import { wordsOf } from '../document/block.ts';

const longest = 110;
const mostWords = 14;

/** A line that reads like a title: short, begins with a capital or a figure, ends no sentence. */
export const readsLikeTitle = (words: string): boolean =>
  words.length <= longest &&
  /^[\p{Lu}\d“"‘']/u.test(words) &&
  /\p{L}{2}/u.test(words) &&
  !/[.,;]$/.test(words) &&
  !/[.?!;]\s/.test(words.replace(/^\S+\s+/, '')) &&
  words.split(/\s+/).length <= mostWords;

/** A block that may head what follows: a heading by its style, or a paragraph that reads like a title. */
export const isHeadingLike = (block: Block | undefined): boolean =>
  block !== undefined &&
  (block.kind === 'heading' || (block.kind === 'paragraph' && readsLikeTitle(wordsOf(block))));
