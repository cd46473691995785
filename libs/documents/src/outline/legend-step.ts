import { wordsOf } from '../document/block.ts';
import { isLegend } from '../recognisers/legend.ts';
import { narrativeOf } from './narrative-step.ts';
import { type Step, took } from './step.ts';

/** What the colours mean is kept as narrative; it rates nothing. */
export const legendStep: Step = (here) =>
  here.place.section === 'legend' ||
  (here.block.kind === 'paragraph' && isLegend(wordsOf(here.block)))
    ? took(here.place, [narrativeOf(here)])
    : undefined;
