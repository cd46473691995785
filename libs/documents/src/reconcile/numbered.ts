import { uniqueRefs } from '../assembly/unique-refs.ts';
import type { CrossReference } from '../proposal/cross-reference.ts';
import { slugOf } from './words-of.ts';

/** Ids made from words, each given once: the second of the same words gets a number. */
export const numbered = (ids: ReadonlyArray<string>): ReadonlyArray<string> =>
  ids.map(uniqueRefs());

/** An id for each cross-reference: "Appendices 9 and 10" are two, by what they point to. */
export const linksOf = (references: ReadonlyArray<CrossReference>): ReadonlyArray<string> =>
  numbered(
    references.map(({ asWritten, to }) =>
      slugOf(to === undefined || asWritten.includes(to) ? asWritten : `${to} ${asWritten}`),
    ),
  );
