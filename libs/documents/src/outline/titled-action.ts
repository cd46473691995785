import type { Block } from '../document/block.ts';
import type { Under } from '../proposal/under.ts';
import { readFieldLine } from '../recognisers/field-line.ts';
import { recogniseTitleRating } from '../recognisers/title-rating.ts';
import { fieldFindings } from './field-findings.ts';
import type { Finding } from './finding.ts';

export type NewAction = Readonly<{
  block: Block;
  key: number;
  label: string;
  number?: string;
  numbering: 'plan' | 'list';
  /** The title as written, with whatever fields stand in the same line. */
  words: string;
  under: Under;
}>;

/** An action and the fields that its line holds besides the title: "… (Lead: J. Fox; by: June 2027) – AMBER". */
export const titledAction = (action: NewAction): ReadonlyArray<Finding> => {
  const { block, key, words, ...rest } = action;
  const rated = recogniseTitleRating(words);
  const line = readFieldLine(rated?.title ?? words);
  return [
    { found: 'action', block, key, ...rest, title: line.before },
    ...(rated === undefined
      ? []
      : [
          {
            found: 'rating' as const,
            block,
            key,
            rating: rated.rating,
            asWritten: rated.asWritten,
          },
        ]),
    ...line.fields.flatMap(({ meaning, value }) => fieldFindings(block, key, meaning, value)),
  ];
};

/** Whether what a title's line says includes a rating. */
export const saysRating = (findings: ReadonlyArray<Finding>): boolean =>
  findings.some(({ found }) => found === 'rating');
