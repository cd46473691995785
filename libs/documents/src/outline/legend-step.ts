import { wordsOf } from '../document/block.ts';
import { recogniseActionLabel } from '../recognisers/action-label.ts';
import { isLegend } from '../recognisers/legend.ts';
import { narrativeOf } from './narrative-step.ts';
import { type Step, took } from './step.ts';

/** What the colours mean is kept as narrative; it rates nothing. */
export const legendStep: Step = (here) => {
  const { block, place } = here;
  const words = wordsOf(block);
  const isListed =
    place.section === 'legend' && (isLegend(words) || recogniseActionLabel(words)._tag === 'None');
  return isListed || (block.kind === 'paragraph' && isLegend(words))
    ? took(place, [narrativeOf(here)])
    : undefined;
};
