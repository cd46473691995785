import type { Branded } from '@trackrecord/kernel';
import { brandedString } from '@trackrecord/kernel';
import type * as t from 'io-ts';

/** "Not rated" is a state of its own, never Green; it is on no scale. */
export const notRated = 'Not rated';

/** A RAG rating, a word on its plan's scale: "Red", "Amber", "Green", "Amber/Green", "Complete" … */
export type Rating = Branded<string, 'Rating'>;
export const Rating: t.Type<Rating, string> = brandedString(
  'Rating',
  (text) => /^\p{L}[\p{L}\p{N} /-]{0,39}$/u.test(text) && text.trim() === text && text !== notRated,
);

const rating = (word: string): ReadonlyArray<Rating> => (Rating.is(word) ? [word] : []);

/** The scale of a plan that has set none. */
export const defaultScale: ReadonlyArray<Rating> = ['Red', 'Amber', 'Green'].flatMap(rating);
