import type { RatingTone } from './rating-tone.ts';

/** Behind a rating's word, and the ink on it: a contrast of at least 4.5 to 1. `#rrggbb`. */
export type RatingColours = Readonly<{ fill: string; ink: string }>;

const black = '#0b0c0c';
const white = '#ffffff';

/** The colours of each tone, the same on pages and on paper. */
export const ratingColours: Readonly<Record<RatingTone, RatingColours>> = {
  red: { fill: '#ca3535', ink: white },
  'red-amber': { fill: '#f47738', ink: black },
  amber: { fill: '#ffb52e', ink: black },
  'amber-green': { fill: '#cfe05b', ink: black },
  green: { fill: '#0f7a52', ink: white },
  complete: { fill: '#16548a', ink: white },
  'not-started': { fill: white, ink: black },
  'not-rated': { fill: '#f3f3f3', ink: '#383f43' },
  other: { fill: '#cdd6dc', ink: black },
};
