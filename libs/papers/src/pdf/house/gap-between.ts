import type { ParagraphSetting } from './house.ts';

type Spaced = Pick<ParagraphSetting, 'above' | 'below' | 'joins'>;

/** The room between two paragraphs: the larger of what both ask for, or none where they are of one list. */
export const gapBetween = (before: Spaced | undefined, { above, joins }: Spaced): number => {
  if (before === undefined) return above;
  return joins !== undefined && before.joins === joins ? 0 : Math.max(before.below, above);
};
