import { type Block, wordsOf } from '../document/block.ts';
import type { Timescale } from '../proposal/timescale.ts';
import { isHeadingLike } from './heading-like.ts';
import { sentencesOf } from './sentences.ts';
import { recogniseTimescale } from './timescale.ts';

export type PlanPeriod = Readonly<{ period: Timescale; block: Block }>;

const reach = 40;
const years = /\b((?:19|20)\d{2}\s?[–/-]\s?(?:20)?\d{2})\b(?!\/)/;
const namesPlan = /\b(?:plan|strategy)\b/i;
const covers = /\b(?:for|period|covers|covering|from)\b[^.]{0,40}$/i;

/** "2008 – 2011", "2026/27", or from one month to another. */
const periodIn = (words: string): Readonly<{ period: Timescale; at: number }> | undefined => {
  const found = years.exec(words);
  const text = found?.[1] ?? words;
  const read = recogniseTimescale(text);
  if (read === undefined || (found === null && read.reading !== 'range')) return undefined;
  return { period: read.timescale, at: words.indexOf(read.timescale.asWritten) };
};

/** The years that a plan runs: in its title, or in a sentence about the plan ("… priorities for 2008 – 2011"). */
export const recognisePlanPeriod = (blocks: ReadonlyArray<Block>): PlanPeriod | undefined => {
  for (const block of blocks.slice(0, reach)) {
    const words = wordsOf(block);
    for (const sentence of isHeadingLike(block) ? [words] : sentencesOf(words.slice(0, 4000))) {
      const found = namesPlan.test(sentence) ? periodIn(sentence) : undefined;
      if (found === undefined) continue;
      if (isHeadingLike(block) || covers.test(sentence.slice(0, found.at))) {
        return { period: found.period, block };
      }
    }
  }
  return undefined;
};
