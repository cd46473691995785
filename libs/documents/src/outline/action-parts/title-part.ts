import { wordsOf } from '../../document/block.ts';
import { isSameCell, on, type Part } from './part.ts';

/** A title that runs on: over paragraphs of its cell, in bullets under a number, or below its label. */
export const titlePart: Part = (here, action) => {
  const { block } = here;
  const words = wordsOf(block);
  if (action.stage !== 'title' || words === '') return undefined;
  const goesOn =
    isSameCell(block.table, action.cell) || block.kind === 'list item' || !action.hasTitle;
  return goesOn
    ? on(here, { ...action, hasTitle: true }, [
        { found: 'action title', block, key: action.key, text: words },
      ])
    : undefined;
};
