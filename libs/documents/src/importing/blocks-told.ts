import { wordsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Account, SubjectKind } from '../proposal/account.ts';
import { placed } from '../proposal/placed.ts';
import type { ProposedNarrative } from '../proposal/narrative.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Warning } from '../proposal/warning.ts';

/** What a block became, or a part of it: a field of something, or part of a narrative section. */
export type Became = Readonly<{
  /** "action 14: rating", "narrative: Our vision". */
  words: string;
  kind: SubjectKind | 'narrative';
  /** By its ref; of narrative the section's. */
  ref: string;
  /** `null` for narrative. */
  field: string | null;
}>;

/** A block of a document, and what an import makes of it. */
export type BlockTold = Readonly<{
  /** From 1, in reading order. */
  block: number;
  /** Where its words begin, from 1. */
  line: number;
  /** For people, where the file has no lines: "table 2, row 3, column 1". */
  place?: string;
  /** Empty for an empty cell: "nothing" can be an answer. */
  text: string;
  /** Nothing: the block is unaccounted for. */
  became: ReadonlyArray<Became>;
  /** What is uncertain about it. */
  doubts: ReadonlyArray<string>;
}>;

const quoted = (kind: SubjectKind, ref: string): string => {
  if (kind === 'plan' || ref === '') return kind;
  return kind === 'cross-reference' ? `${kind} “${ref}”` : `${kind} ${ref}`;
};

const became =
  (narratives: ReadonlyMap<string, ProposedNarrative>) =>
  (account: Account): Became => {
    if (account.as === 'field') {
      const { kind, ref, field } = account.of;
      return { words: `${quoted(kind, ref)}: ${field}`, kind, ref, field };
    }
    const heading = narratives.get(account.section)?.heading;
    return {
      words: heading === undefined ? 'narrative' : `narrative: ${heading}`,
      kind: 'narrative',
      ref: account.section,
      field: null,
    };
  };

/**
 * Every block of a document in its order, with all that became of it and what is uncertain about it.
 * @param warnings those of the import's report, which knows of more than the proposal
 */
export const blocksTold = (
  { blocks }: Document,
  { accounts, narratives }: Pick<ProposedPlan, 'accounts' | 'narratives'>,
  warnings: ReadonlyArray<Warning>,
): ReadonlyArray<BlockTold> => {
  const accountsOf = Map.groupBy(accounts, ({ block }) => block);
  const warningsOf = Map.groupBy(warnings, ({ block }) => block);
  const inWords = became(new Map(narratives.map((narrative) => [narrative.id, narrative])));
  return blocks.map((block) => ({
    block: block.index,
    line: block.line,
    ...placed(block),
    text: wordsOf(block),
    became: (accountsOf.get(block.index) ?? []).map(inWords),
    doubts: (warningsOf.get(block.index) ?? []).map(({ message }) => message),
  }));
};
