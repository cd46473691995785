import type { CrossReference } from '../proposal/cross-reference.ts';
import { slugOf } from './words-of.ts';

/** Ids made from words; the second of the same words gets a number. */
export const numbered = (ids: ReadonlyArray<string>): ReadonlyArray<string> => {
  const counts = new Map<string, number>();
  return ids.map((id) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
};

/** An id for each cross-reference: "Appendices 9 and 10" are two, by what they point to. */
export const linksOf = (references: ReadonlyArray<CrossReference>): ReadonlyArray<string> =>
  numbered(
    references.map(({ asWritten, to }) =>
      slugOf(to === undefined || asWritten.includes(to) ? asWritten : `${to} ${asWritten}`),
    ),
  );
