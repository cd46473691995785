import { wordsOf } from '../document/block.ts';
import { isStrayFootnote } from '../recognisers/footnote.ts';
import { isHeadingLike } from '../recognisers/heading-like.ts';
import { type Step, took } from './step.ts';

/** Each line of a data development plan is a data need; a remark in brackets and a footnote are not. */
export const dataNeedStep: Step = ({ block, place }) => {
  const words = wordsOf(block);
  const isNeed =
    block.kind === 'list item' ||
    (block.kind === 'paragraph' &&
      !words.startsWith('(') &&
      !isStrayFootnote(words) &&
      !isHeadingLike(block));
  return place.section === 'data needs' && isNeed
    ? took(place, [{ found: 'data need', block, text: block.text, under: place.under }])
    : undefined;
};
