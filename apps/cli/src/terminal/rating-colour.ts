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

const ratings = /\b(?:Red\/Amber|Amber\/Green|Red|Amber|Green|Complete|Not rated)\b/gu;

/** A line about ratings with each of them in its colour. */
export const withRatingsPainted = (terminal: Terminal, line: string): string =>
  line.replace(ratings, (rating) => rated(terminal, rating));
