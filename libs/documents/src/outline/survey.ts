import { type ColumnMeanings, noMeanings } from '../columns/column-meanings.ts';
import { type Block, wordsOf } from '../document/block.ts';
import { recogniseActionLabel } from '../recognisers/action-label.ts';
import { readsLikeTitle } from '../recognisers/heading-like.ts';
import { type PriorityHeading, recognisePriorityHeading } from '../recognisers/priority-heading.ts';

/** What a line with a priority's name and number is: a heading of the plan, of an outside framework, or a remark. */
export type PriorityLine = Readonly<{
  role: 'own' | 'outside' | 'remark';
  heading: PriorityHeading;
}>;

/** What is known of the whole document before it is read through: how it labels things. */
export type Survey = Readonly<{
  /** "Action 12": where a document labels its actions so, other numbers are no actions. */
  labelsActionsByWord: boolean;
  /** By block index. */
  priorityLines: ReadonlyMap<number, PriorityLine>;
  /** Refs of the plan's own priorities, in order. */
  priorities: ReadonlyArray<string>;
  /** What people said that columns mean. */
  columns: ColumnMeanings;
}>;

const mayHead = (block: Block): boolean => block.kind !== 'list item' && block.text !== '';

/** "7" is known where the plan has 7a and 7b. */
const isKnown = (known: ReadonlySet<string>, ref: string): boolean => known.has(ref);

const withoutLetter = (ref: string): string => ref.replace(/[a-z]$/, '');

/** A capitalised title may follow a number directly; anything else after it makes a sentence, hence a remark. */
const opens = (heading: PriorityHeading): boolean =>
  heading.parted || (/^\p{Lu}/u.test(heading.title) && readsLikeTitle(heading.title));

/**
 * The plan's own priorities are those whose name comes first ("AS1 Supporting Priority"). The same numbers under
 * another name ("Kent CYPP Priority 1") are an outside framework's.
 */
const surveyPriorities = (
  blocks: ReadonlyArray<Block>,
): Pick<Survey, 'priorityLines' | 'priorities'> => {
  const lines = new Map<number, PriorityLine>();
  const own = new Set<string>();
  const known = new Set<string>();
  const outside = new Set<string>();
  let ownName: string | undefined;
  for (const block of blocks) {
    const heading = mayHead(block) ? recognisePriorityHeading(wordsOf(block)) : undefined;
    if (heading === undefined) continue;
    const name = heading.prefix.toLowerCase();
    const isNew = !isKnown(known, heading.ref);
    const role = !opens(heading)
      ? 'remark'
      : name === (ownName ?? name) || (isNew && !outside.has(name))
        ? 'own'
        : 'outside';
    if (role === 'remark' && isNew) continue;
    lines.set(block.index, { role, heading });
    if (role === 'outside') outside.add(name);
    if (role === 'own') {
      ownName ??= name;
      own.add(heading.ref).add(heading.ref);
      known.add(heading.ref).add(withoutLetter(heading.ref));
    }
  }
  return { priorityLines: lines, priorities: [...own] };
};

const isLabelledByWord = (block: Block): boolean => {
  const label = recogniseActionLabel(wordsOf(block));
  return label._tag === 'Some' && label.value.style === 'word';
};

/** Looks a document over once, before it is read through. */
export const surveyDocument = (
  blocks: ReadonlyArray<Block>,
  columns: ColumnMeanings = noMeanings,
): Survey => ({
  columns,
  labelsActionsByWord: blocks.some(isLabelledByWord),
  ...surveyPriorities(blocks),
});
