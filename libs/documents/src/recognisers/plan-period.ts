import { type Block, wordsOf } from '../document/block.ts';
import type { Timescale } from '../proposal/timescale.ts';
import { firstWithWords, isTitleLike } from './lone-cell.ts';
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

const label = /^(?:(?:plan|planning)\s+)?(?:period|years?)(?:\s+covered)?\s*(?::|$)\s*/i;

/** "Period: 2026 – 2029", or "Period" in one cell and the years in the next. */
const labelled = (blocks: ReadonlyArray<Block>, at: number): PlanPeriod | undefined => {
  const [block, next] = [blocks[at], blocks[at + 1]];
  const found = block === undefined ? null : label.exec(wordsOf(block));
  if (block === undefined || found === null) return undefined;
  const rest = wordsOf(block).slice(found[0].length);
  const isBeside = next?.table !== undefined && next.table.row === block.table?.row;
  const said = rest === '' && isBeside ? next : block;
  const period = periodIn(rest === '' ? wordsOf(said) : rest)?.period;
  return period === undefined ? undefined : { period, block: said };
};

/** A sentence about the plan says which years it covers; a title names them. */
const named = (blocks: ReadonlyArray<Block>, at: number): PlanPeriod | undefined => {
  const block = blocks[at];
  if (block === undefined) return undefined;
  const words = wordsOf(block);
  const isTitle = isTitleLike(blocks, at);
  for (const sentence of isTitle ? [words] : sentencesOf(words.slice(0, 4000))) {
    const found = namesPlan.test(sentence) ? periodIn(sentence) : undefined;
    if (found !== undefined && (isTitle || covers.test(sentence.slice(0, found.at)))) {
      return { period: found.period, block };
    }
  }
  return undefined;
};

/** The years that a plan runs: in its title, or in a sentence about the plan ("… priorities for 2008 – 2011"). */
export const recognisePlanPeriod = (blocks: ReadonlyArray<Block>): PlanPeriod | undefined => {
  for (const at of firstWithWords(blocks, reach)) {
    const found = named(blocks, at) ?? labelled(blocks, at);
    if (found !== undefined) return found;
  }
  return undefined;
};
