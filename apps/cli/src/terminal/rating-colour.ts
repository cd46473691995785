import { notRated } from '@trackrecord/domain';
import type { Terminal } from './terminal.ts';

/** A rating in its colour; the word itself always stands, so nothing hangs on the colour. */
export const rated = ({ colours }: Terminal, rating: string): string => {
  switch (rating) {
    case 'Red':
      return colours.red(rating);
    case 'Amber':
    case 'Red/Amber':
    case 'Amber/Green':
      return colours.yellow(rating);
    case 'Green':
    case 'Complete':
      return colours.green(rating);
    default:
      return colours.dim(rating);
  }
};

const fromWorst = ['Red', 'Red/Amber', 'Amber', 'Amber/Green', 'Green', 'Complete'];

const placeOf = (rating: string): number => {
  if (rating === notRated) return fromWorst.length + 1;
  const place = fromWorst.indexOf(rating);
  return place < 0 ? fromWorst.length : place;
};

/** How many of each rating, from the worst to the best; other words of a plan's scale next, not rated last. */
export const inOrderOfRating = (
  byRating: Readonly<Record<string, number>>,
): ReadonlyArray<readonly [rating: string, count: number]> =>
  Object.entries(byRating)
    .filter(([, count]) => count > 0)
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b));

const ratings = /\b(?:Red\/Amber|Amber\/Green|Red|Amber|Green|Complete|Not rated)\b/gu;

/** A line about ratings with each of them in its colour. */
export const withRatingsPainted = (terminal: Terminal, line: string): string =>
  line.replace(ratings, (rating) => rated(terminal, rating));
