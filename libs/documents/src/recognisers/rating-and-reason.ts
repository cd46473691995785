import { type RatingWords, readRatingWords } from './rating.ts';

/** What a rating's place says, and what it says besides: "Amber – waiting for funds". */
export type RatingAndReason = Readonly<{ read: RatingWords; reason?: string }>;

const parting = /\s*(?:[–—:;,(\n]|\s-\s)\s*/;

/** Reads a rating with its reason after it; without a rating at the beginning the whole is unknown. */
export const readRatingAndReason = (text: string): RatingAndReason => {
  const read = readRatingWords(text);
  const found = parting.exec(text.slice(0, 200));
  if (read._tag !== 'Unknown' || found === null) return { read };
  const rating = readRatingWords(text.slice(0, found.index));
  const rest = text.slice(found.index + found[0].length).trim();
  const reason = found[0].includes('(') ? rest.replace(/\)$/, '') : rest;
  if (rating._tag !== 'Rated' || reason === '') return { read };
  // "Green (G)" says the same twice.
  const again = readRatingWords(reason);
  const isSame = again._tag === 'Rated' && again.rating === rating.rating;
  return isSame ? { read: rating } : { read: rating, reason };
};
