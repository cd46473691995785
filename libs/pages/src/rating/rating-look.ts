import { notRated } from '@trackrecord/domain';

/** How a rating is shown: never by its colour alone. */
export type RatingTone =
  | 'red'
  | 'red-amber'
  | 'amber'
  | 'amber-green'
  | 'green'
  | 'complete'
  | 'not-started'
  | 'not-rated'
  | 'other';

export type RatingLook = Readonly<{
  /** Behind the word, and the ink on it: a contrast of at least 4.5 to 1. */
  fill: string;
  ink: string;
  /** Outline of the shape before the word, in a box of 12 by 12; even-odd. */
  shape: string;
}>;

const black = '#0b0c0c';
const white = '#ffffff';
const disc = 'M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0z';

/** Each tone's look. The shapes tell all of them apart in black and white. */
export const ratingLooks: Readonly<Record<RatingTone, RatingLook>> = {
  red: { fill: '#ca3535', ink: white, shape: 'M6 .5 12 11.5H0z' },
  'red-amber': { fill: '#f47738', ink: black, shape: 'M6 .5 12 11.5H0zM6 4.5v5.5h3z' },
  amber: { fill: '#ffb52e', ink: black, shape: 'M6 0l6 6-6 6-6-6z' },
  'amber-green': { fill: '#cfe05b', ink: black, shape: `${disc}m0 1.5a4.5 4.5 0 0 1 0 9z` },
  green: { fill: '#0f7a52', ink: white, shape: disc },
  complete: { fill: '#16548a', ink: white, shape: 'M4.3 11 0 6.7l1.6-1.6 2.7 2.7 6.1-6.6L12 2.8z' },
  'not-started': {
    fill: white,
    ink: black,
    shape: `${disc}m0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z`,
  },
  'not-rated': { fill: '#f3f3f3', ink: '#383f43', shape: 'M1 5h10v2H1z' },
  other: { fill: '#cdd6dc', ink: black, shape: 'M1 1h10v10H1z' },
};

const tones: ReadonlyMap<string, RatingTone> = new Map([
  ['red', 'red'],
  ['red/amber', 'red-amber'],
  ['amber/red', 'red-amber'],
  ['amber', 'amber'],
  ['yellow', 'amber'],
  ['amber/green', 'amber-green'],
  ['green/amber', 'amber-green'],
  ['green', 'green'],
  ['complete', 'complete'],
  ['completed', 'complete'],
  ['not started', 'not-started'],
  [notRated.toLowerCase(), 'not-rated'],
]);

/** A rating's tone; a word of a plan's own scale that is not known here is `other`, in its own words. */
export const ratingTone = (word: string): RatingTone =>
  tones.get(
    word
      .trim()
      .toLowerCase()
      .replace(/\s*\/\s*/gu, '/'),
  ) ?? 'other';

/** A rating's look by its word. */
export const ratingLook = (word: string): RatingLook => ratingLooks[ratingTone(word)];
