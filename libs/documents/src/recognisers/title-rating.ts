import type { Rating } from '../proposal/rating.ts';
import { readLoneRating } from './rating.ts';

export type TitleRating = Readonly<{ title: string; rating: Rating; asWritten: string }>;

const atEnd =
  /(?:\s+[–—-]+\s*|\s*[([]\s*|\s*\|\s*|\s{2,}|\.\s+)([A-Za-z][A-Za-z /-]{1,20}?)\s*[)\]]?\.?$/;

/** Long titles are searched at their end only. */
const reach = 60;

/** A word as a rating is written at a title's end: "– AMBER", "(Green)", "[on track]". */
const isWrittenAsRating = (word: string, before: string): boolean =>
  word === word.toUpperCase() || /[([]\s*$/.test(before) || /^[A-Z]/.test(word);

/** A rating at the very end of a title, set off from it. "Plant more green" is a title. */
export const recogniseTitleRating = (title: string): TitleRating | undefined => {
  const start = Math.max(0, title.length - reach);
  const found = atEnd.exec(title.slice(start));
  if (found?.[1] === undefined) return undefined;
  const rating = readLoneRating(found[1]);
  const before = found[0].slice(0, found[0].indexOf(found[1]));
  if (rating === undefined || !isWrittenAsRating(found[1], before)) return undefined;
  return { title: title.slice(0, start + found.index).trim(), rating, asWritten: found[1].trim() };
};
