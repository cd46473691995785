import { wordsOf } from '../document/block.ts';
import { recogniseEnablerHeading } from '../recognisers/enabler-heading.ts';
import { placeBelow } from './place.ts';
import { type Step, took } from './step.ts';

export const enablerStep: Step = ({ block, place }) => {
  if (block.kind === 'list item') return undefined;
  const enabler = recogniseEnablerHeading(wordsOf(block));
  if (enabler === undefined) return undefined;
  return took(placeBelow(place, { under: { enabler: enabler.ref }, section: 'opening' }), [
    { found: 'enabler', block, ...enabler },
  ]);
};
