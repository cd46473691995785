import { type Block, wordsOf } from '../document/block.ts';
import { isHeadingLike } from './heading-like.ts';

export type PlanTitle = Readonly<{ title: string; blocks: ReadonlyArray<Block> }>;

/** A plan names itself near its beginning or not at all. */
const reach = 25;
const titleLines = 5;

const namesPlan = /\b(?:plan|strategy|action register)\b/i;
const inSentence =
  /\bThe\s+((?:[\p{L}\d’'&()-]+\s+){1,14}?Plan(?:\s+\([A-Z]{2,8}\))?)\s+(?:has|is|was|sets|reflects|covers|runs|for)\b/u;

/** The title page: the lines from the document's first up to the one that says "Plan". */
const onTitlePage = (blocks: ReadonlyArray<Block>): PlanTitle | undefined => {
  const first = blocks.slice(0, titleLines);
  const end = first.findIndex((block) => isHeadingLike(block) && namesPlan.test(wordsOf(block)));
  const lines = first.slice(0, end + 1);
  if (end < 0 || !lines.every(isHeadingLike)) return undefined;
  return { title: lines.map(wordsOf).join(' '), blocks: lines };
};

const inProse = (blocks: ReadonlyArray<Block>): PlanTitle | undefined => {
  for (const block of blocks.slice(0, reach)) {
    const found = inSentence.exec(block.text.slice(0, 400));
    if (found?.[1] !== undefined) return { title: found[1].replace(/\s+/g, ' '), blocks: [block] };
  }
  return undefined;
};

/** What the plan calls itself: on a title page, or in the first sentence that names it. */
export const recognisePlanTitle = (blocks: ReadonlyArray<Block>): PlanTitle | undefined =>
  onTitlePage(blocks) ?? inProse(blocks);
