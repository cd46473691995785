import { type Block, wordsOf } from '../document/block.ts';
import type { ProposedReviewQuestion } from '../proposal/proposed-plan.ts';
import type { Warning } from '../proposal/warning.ts';
import { recogniseActionLabel } from '../recognisers/action-label.ts';
import { type SaidQuestions, recogniseSaidQuestions } from '../recognisers/said-questions.ts';
import { originOf } from './origin-of.ts';
import { warningOn } from './warnings/warning-on.ts';

export type ReviewQuestions = Readonly<{
  questions: ReadonlyArray<ProposedReviewQuestion>;
  warnings: ReadonlyArray<Warning>;
}>;

const questionIn = (block: Block): ReadonlyArray<ProposedReviewQuestion> => {
  const label = recogniseActionLabel(wordsOf(block));
  if (label._tag === 'None' || label.value.number === undefined || label.value.style !== 'number')
    return [];
  return [{ ref: label.value.number, title: label.value.rest, from: originOf(block) }];
};

/** The table or list right after the sentence: its numbered lines. */
const listedAfter = (
  blocks: ReadonlyArray<Block>,
  at: number,
): ReadonlyArray<ProposedReviewQuestion> => {
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex((block, step) => step > 0 && block.kind === 'paragraph');
  return rest.slice(0, end < 0 ? rest.length : end).flatMap(questionIn);
};

const asked = (
  blocks: ReadonlyArray<Block>,
): Readonly<{ said: SaidQuestions; at: number }> | undefined => {
  for (const [at, block] of blocks.entries()) {
    const said = block.kind === 'paragraph' ? recogniseSaidQuestions(block.text) : undefined;
    if (said !== undefined) return { said, at };
  }
  return undefined;
};

/** The questions that the board asks itself at each review, and whether they are as many as the document says. */
export const proposeReviewQuestions = (narrative: ReadonlyArray<Block>): ReviewQuestions => {
  const found = asked(narrative);
  const block = found === undefined ? undefined : narrative[found.at];
  if (found === undefined || block === undefined) return { questions: [], warnings: [] };
  const questions = listedAfter(narrative, found.at);
  const isAsSaid = questions.length === 0 || questions.length === found.said.count;
  return {
    questions,
    warnings: isAsSaid
      ? []
      : [warningOn(block, `Says "${found.said.words}"; ${questions.length} are listed after it.`)],
  };
};
