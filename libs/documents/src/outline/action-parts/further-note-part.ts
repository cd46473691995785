import { wordsOf } from '../../document/block.ts';
import { isHeadingLike } from '../../recognisers/heading-like.ts';
import { narrativeOf } from '../narrative-step.ts';
import { on, type Part } from './part.ts';

/** Paragraphs after the fields or under "Notes" are notes; their tables stay tables. */
export const furtherNotePart: Part = (here, action) => {
  const { block } = here;
  if (action.stage === 'title' || block.kind === 'heading') return undefined;
  if (block.kind === 'cell') return on(here, action, [narrativeOf(here)]);
  if (action.stage === 'fields' && isHeadingLike(block)) return undefined;
  return on(here, { ...action, stage: 'notes' }, [
    { found: 'note', block, key: action.key, text: wordsOf(block) },
  ]);
};
