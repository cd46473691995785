import type { Rating } from '../proposal/rating.ts';

/** Colours that are used for a word as well as its own: what is complete is often green. */
const goesWith: Readonly<Record<Rating, ReadonlyArray<Rating>>> = {
  Red: ['Red'],
  Amber: ['Amber'],
  Green: ['Green'],
  'Red/Amber': ['Red', 'Amber', 'Red/Amber'],
  'Amber/Green': ['Amber', 'Green', 'Amber/Green'],
  Complete: ['Complete', 'Green'],
  'Not started': ['Not started'],
};

/** Whether a colour goes with a rating in words, where it says one by itself. */
export const colourAgrees = (said: Rating, byColour: Rating): boolean =>
  goesWith[said].includes(byColour);
