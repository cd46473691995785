import { wordsOf } from '../document/block.ts';
import { recogniseOutcomeHeading } from '../recognisers/outcome-heading.ts';
import { standsAlone } from './neighbours.ts';
import { placeBelow } from './place.ts';
import { type Step, took } from './step.ts';

/** "Staying Safe" as a heading: the priorities after it serve that outcome. Two such headings together both count. */
export const outcomeStep: Step = (here) => {
  const { block, place } = here;
  if (block.kind === 'list item' || !standsAlone(here)) return undefined;
  const outcome = recogniseOutcomeHeading(wordsOf(block));
  if (outcome === undefined) return undefined;
  const together = place.open.kind === 'outcome heading' ? place.outcomes : [];
  const before = together.filter(({ title }) => title !== outcome.title);
  return took(
    placeBelow(place, {
      open: { kind: 'outcome heading' },
      heading: { block: block.index, words: wordsOf(block) },
      outcomes: [...before, { block, ...outcome }],
    }),
    [{ found: 'outcome', block, key: block.index, ...outcome }],
  );
};
