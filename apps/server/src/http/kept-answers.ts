import type { Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { LRUCache } from 'lru-cache';
import type { Desk } from '../desk.ts';

/**
 * Keeps answers of one kind by what they were asked, for each desk apart: a log that has not moved has not changed.
 * The key must name all that an answer depends on: the ordinal, the whole question with its date, and – where the
 * answer is cut to somebody – who. Failures are not kept.
 * @param most how many answers are kept for a desk
 */
export const keptAnswers = <A extends object>(most: number) => {
  const kept = new WeakMap<Desk, LRUCache<string, A>>();
  return (desk: Desk, key: string, make: () => E.Either<Failure, A>): E.Either<Failure, A> => {
    const answers = kept.get(desk) ?? new LRUCache<string, A>({ max: most });
    kept.set(desk, answers);
    const known = answers.get(key);
    if (known !== undefined) return E.right(known);
    const made = make();
    if (E.isRight(made)) answers.set(key, made.right);
    return made;
  };
};
