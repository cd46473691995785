import { Rating } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { acceptedRatings, readRatingWords } from '../recognisers/rating.ts';

/**
 * A rating as people write it, in any case: "red", "A", "on track"; `undefined` for "none", which takes it away.
 * Whether the plan uses it is for the plan to say. A left is what would be accepted.
 */
export const ratingSaid = (words: string): E.Either<string, Rating | undefined> => {
  const read = readRatingWords(words);
  if (read._tag === 'NotRated') return E.right(undefined);
  const rating = read._tag === 'Rated' ? read.rating : words.trim();
  return Rating.is(rating)
    ? E.right(rating)
    : E.left(`"${words}" is no rating; accepted: ${acceptedRatings}.`);
};
