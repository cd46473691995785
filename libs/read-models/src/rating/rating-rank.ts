import { type RatingTone, ratingTone } from './rating-tone.ts';

/** What needs the board most stands first. A word of a plan's own scale stands between what is open and what is well. */
const order: ReadonlyArray<RatingTone> = [
  'red',
  'red-amber',
  'amber',
  'not-started',
  'other',
  'amber-green',
  'green',
  'complete',
];

/** A rating's place from worst (0) to best; `null` where there is none: not rated is neither good nor bad. */
export const ratingRank = (rating: string): number | null => {
  const tone = ratingTone(rating);
  return tone === 'not-rated' ? null : order.indexOf(tone);
};

/** Ratings from worst to best, "Not rated" last; words that are alike keep their order. */
export const worstFirst = (ratings: ReadonlyArray<string>): ReadonlyArray<string> =>
  ratings.toSorted((a, b) => (ratingRank(a) ?? order.length) - (ratingRank(b) ?? order.length));
