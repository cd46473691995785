import type { ImportWarning } from '@trackrecord/application';
import {
  blocksTold,
  type Corrections,
  correctionsIn,
  doubtsOf,
  type TextRange,
} from '@trackrecord/documents';
import type { DoubtfulBlock, ImportBlock } from '@trackrecord/pages';
import { digestOf } from './import-draft.ts';
import type { Reading } from './reading.ts';

/** Every block of an upload as pages show it, those that are doubtful with what can be done about each. */
export type ShownBlocks = Readonly<{
  /** By place: the first is block 1. */
  all: ReadonlyArray<ImportBlock>;
  doubtful: ReadonlyArray<DoubtfulBlock>;
  /** What is uncertain about the plan, and no words of the document. */
  ofPlan: ReadonlyArray<ImportWarning>;
  isCorrected: (block: number) => boolean;
}>;

const nowhere: TextRange = { start: -1, end: -1 };

/** Blocks with their words as they stand in the text: on several lines, with their markers. */
export const shownBlocks = (
  reading: Reading,
  corrections: Corrections,
  warnings: ReadonlyArray<ImportWarning>,
): ShownBlocks => {
  const { document, proposal, text, ranges } = reading;
  const rangeOf = (block: number): TextRange => ranges[block - 1] ?? nowhere;
  const isCorrected = (block: number): boolean =>
    correctionsIn(corrections, rangeOf(block)).length > 0;
  const all = blocksTold(document, proposal, []).map(({ block, line, place, became }, at) => {
    const { start, end } = rangeOf(block);
    return {
      block,
      line,
      ...(place === undefined ? {} : { place }),
      words: text.slice(start, end),
      isCell: document.blocks[at]?.table !== undefined,
      became,
    };
  });
  const { blocks, ofPlan } = doubtsOf(document, proposal, warnings);
  return {
    all,
    ofPlan,
    isCorrected,
    doubtful: blocks.flatMap(({ block, doubts, hints, remedies }) =>
      all
        .slice(block - 1, block)
        .map((one) => ({ ...one, doubts, hints, remedies, isCorrected: isCorrected(block) })),
    ),
  };
};

/** By which it is remembered that a doubtful block is right as it stands: with other words it is another. */
export const doubtKey = ({ words, doubts }: Pick<DoubtfulBlock, 'words' | 'doubts'>): string =>
  digestOf([words, doubts]);
