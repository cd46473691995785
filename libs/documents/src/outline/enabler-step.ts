import { wordsOf } from '../document/block.ts';
import { recogniseEnablerHeading } from '../recognisers/enabler-heading.ts';
import { nothing } from './place.ts';
import { type Step, took } from './step.ts';

export const enablerStep: Step = ({ block, place }) => {
  if (block.kind === 'list item') return undefined;
  const enabler = recogniseEnablerHeading(wordsOf(block));
  if (enabler === undefined) return undefined;
  return took(
    {
      ...place,
      under: { enabler: enabler.ref },
      section: 'opening',
      open: nothing,
      heading: { block: block.index, words: wordsOf(block) },
      outcomes: [],
      unnumberedResults: 0,
    },
    [{ found: 'enabler', block, ...enabler }],
  );
};
