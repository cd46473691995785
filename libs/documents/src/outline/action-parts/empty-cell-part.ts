import { wordsOf } from '../../document/block.ts';
import { ratingFindings } from '../rating-findings.ts';
import { on, type Part } from './part.ts';

/** An empty cell where a rating would stand rates by its colour; without one it says: not rated. */
export const emptyCellPart: Part = (here, action) => {
  const { block, survey } = here;
  if (block.kind !== 'cell' || wordsOf(block) !== '' || action.rated) return undefined;
  const colour = survey.saysColour(block.fill, block.kind);
  return on(
    here,
    { ...action, stage: 'fields', rated: true },
    ratingFindings(block, action.key, '', colour),
  );
};
