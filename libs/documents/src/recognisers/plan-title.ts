import { type Block, wordsOf } from '../document/block.ts';
import { isHeadingLike } from './heading-like.ts';
import { recognisePriorityHeading } from './priority-heading.ts';
import { firstWithWords, isTitleLike } from './lone-cell.ts';

export type PlanTitle = Readonly<{ title: string; blocks: ReadonlyArray<Block> }>;

/** A plan names itself near its beginning or not at all. */
const reach = 25;
const titleLines = 5;

const namesPlan = /\b(?:plan|strategy|action register)\b/i;
const inSentence =
  /\bThe\s+((?:[\p{L}\d’'&()-]+\s+){1,14}?Plan(?:\s+\([A-Z]{2,8}\))?)\s+(?:has|is|was|sets|reflects|covers|runs|for)\b/u;

/** A sheet may be called so; the plan is, where nothing else is found. */
const isGeneric = (words: string): boolean =>
  /^(?:the\s+)?(?:action|improvement|delivery|work)?\s*(?:plan|register)s?$/i.test(words.trim());

/** What sheets are called, whatever the plan is. */
const isSheetsName = (words: string): boolean =>
  isGeneric(words) || /^(?:sheet|table)\s*\d*$|^(?:actions|summary|cover)$/i.test(words.trim());

/** The title page: the lines from the document's first up to the one that says "Plan"; in a sheet that cell alone. */
const titleEndingAt = (
  blocks: ReadonlyArray<Block>,
  first: ReadonlyArray<number>,
  end: number,
  isOther: (block: Block) => boolean,
): PlanTitle | undefined => {
  const last = blocks[first[end] ?? -1];
  if (last === undefined) return undefined;
  if (last.kind === 'cell') return { title: wordsOf(last), blocks: [last] };
  const lines = first
    .slice(0, end + 1)
    .flatMap((at) => blocks[at] ?? [])
    .filter((block) => block === last || !isOther(block));
  return lines.every(isHeadingLike)
    ? { title: lines.map(wordsOf).join(' '), blocks: lines }
    : undefined;
};

const onTitlePage = (
  blocks: ReadonlyArray<Block>,
  isTaken: (block: Block) => boolean,
): PlanTitle | undefined => {
  const first = firstWithWords(blocks, titleLines);
  const wordsAt = (at: number): string =>
    blocks
      .slice(at, at + 1)
      .map(wordsOf)
      .join('');
  // "Priority 1: Safer streets – delivery plan" names a part of it.
  const names = (at: number): boolean =>
    isTitleLike(blocks, at) &&
    namesPlan.test(wordsAt(at)) &&
    recognisePriorityHeading(wordsAt(at)) === undefined;
  const end = first.findIndex((at) => names(at) && !isGeneric(wordsAt(at)));
  const isOther = (block: Block): boolean => isTaken(block) || isSheetsName(wordsOf(block));
  return titleEndingAt(blocks, first, end < 0 ? first.findIndex(names) : end, isOther);
};

const inProse = (blocks: ReadonlyArray<Block>): PlanTitle | undefined => {
  for (const block of blocks.slice(0, reach)) {
    const found = inSentence.exec(block.text.slice(0, 400));
    if (found?.[1] !== undefined) return { title: found[1].replace(/\s+/g, ' '), blocks: [block] };
  }
  return undefined;
};

/**
 * What the plan calls itself: on a title page, or in the first sentence that names it.
 * @param isTaken whether a block is something of its own, such as a priority that a sheet is called after
 */
export const recognisePlanTitle = (
  blocks: ReadonlyArray<Block>,
  isTaken: (block: Block) => boolean = () => false,
): PlanTitle | undefined => onTitlePage(blocks, isTaken) ?? inProse(blocks);
