import {
  type RatingColours,
  ratingColours,
  type RatingTone,
  ratingTone,
} from '@trackrecord/read-models';

export { type RatingTone, ratingTone } from '@trackrecord/read-models';

/** How a rating is shown: never by its colour alone. */
export type RatingLook = RatingColours &
  Readonly<{
    /** Outline of the shape before the word, in a box of 12 by 12; even-odd. */
    shape: string;
  }>;

const disc = 'M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0z';

/** The shapes tell all of them apart in black and white. */
const shapes: Readonly<Record<RatingTone, string>> = {
  red: 'M6 .5 12 11.5H0z',
  'red-amber': 'M6 .5 12 11.5H0zM6 4.5v5.5h3z',
  amber: 'M6 0l6 6-6 6-6-6z',
  'amber-green': `${disc}m0 1.5a4.5 4.5 0 0 1 0 9z`,
  green: disc,
  complete: 'M4.3 11 0 6.7l1.6-1.6 2.7 2.7 6.1-6.6L12 2.8z',
  'not-started': `${disc}m0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z`,
  'not-rated': 'M1 5h10v2H1z',
  other: 'M1 1h10v10H1z',
};

const lookOf = (tone: RatingTone): RatingLook => ({ ...ratingColours[tone], shape: shapes[tone] });

/** Each tone's look. */
export const ratingLooks: Readonly<Record<RatingTone, RatingLook>> = {
  red: lookOf('red'),
  'red-amber': lookOf('red-amber'),
  amber: lookOf('amber'),
  'amber-green': lookOf('amber-green'),
  green: lookOf('green'),
  complete: lookOf('complete'),
  'not-started': lookOf('not-started'),
  'not-rated': lookOf('not-rated'),
  other: lookOf('other'),
};

/** A rating's look by its word. */
export const ratingLook = (word: string): RatingLook => ratingLooks[ratingTone(word)];
