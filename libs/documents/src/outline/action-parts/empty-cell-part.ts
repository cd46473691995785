import { wordsOf } from '../../document/block.ts';
import { on, type Part } from './part.ts';

/** An empty cell where a rating would stand says: not rated. */
export const emptyCellPart: Part = (here, action) => {
  const { block } = here;
  if (block.kind !== 'cell' || wordsOf(block) !== '' || action.rated) return undefined;
  return on(here, { ...action, stage: 'fields', rated: true }, [
    { found: 'rating', block, key: action.key, asWritten: '' },
  ]);
};
