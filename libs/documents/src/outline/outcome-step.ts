import { wordsOf } from '../document/block.ts';
import { recogniseOutcomeHeading } from '../recognisers/outcome-heading.ts';
import { standsAlone } from './neighbours.ts';
import { type Step, took } from './step.ts';

/** "Staying Safe" as a heading: the priorities after it serve that outcome. Two such headings together both count. */
export const outcomeStep: Step = (here) => {
  const { block, place } = here;
  if (block.kind === 'list item' || !standsAlone(here)) return undefined;
  const outcome = recogniseOutcomeHeading(wordsOf(block));
  if (outcome === undefined) return undefined;
  const before = place.open.kind === 'outcome heading' ? place.outcomes : [];
  return took(
    {
      under: {},
      section: 'narrative',
      open: { kind: 'outcome heading' },
      heading: { block: block.index, words: wordsOf(block) },
      outcomes: [...before, { block, ...outcome }],
      unnumberedResults: 0,
    },
    [{ found: 'outcome', block, key: block.index, ...outcome }],
  );
};
