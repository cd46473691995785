import { wordsOf } from '../document/block.ts';
import { type Step, took } from './step.ts';

/** Each line of a list of other plans. */
export const crossReferenceStep: Step = ({ block, place }) =>
  place.section === 'cross-references' && block.kind !== 'heading' && block.text !== ''
    ? took(place, [{ found: 'cross-reference', block, text: wordsOf(block), under: place.under }])
    : undefined;
