import { wordsOf } from '../document/block.ts';
import { isStrayFootnote } from '../recognisers/footnote.ts';
import { narrativeOf } from './narrative-step.ts';
import { type Step, took } from './step.ts';

/** Footnotes that a rendering left between other lines: kept, and said. */
export const footnoteStep: Step = (here) => {
  const { block, place } = here;
  if (block.kind !== 'paragraph' || !isStrayFootnote(wordsOf(block))) return undefined;
  return took(place, [
    narrativeOf(here),
    {
      found: 'warning',
      block,
      message: 'Looks like a footnote out of its place: kept as narrative.',
    },
  ]);
};
