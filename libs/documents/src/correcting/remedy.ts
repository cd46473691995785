import { type Rating, ratings } from '../proposal/rating.ts';

/**
 * How a doubt of a known kind can be put right by one choice; `words` are those of the block that it is about:
 * - `rating`: words in a rating's place that are none, or a colour that is not clear;
 * - `request`: words that may ask for an update, and are not counted as asking;
 * - `whom`: words that ask for an update of nobody in particular;
 * - `open`: a place that was left open, such as "***".
 */
export type Remedy = Readonly<{ kind: 'rating' | 'request' | 'whom' | 'open'; words: string }>;

/** The ratings that can be chosen; nothing for "not rated". */
export const ratingChoices: ReadonlyArray<Rating> = ratings;

/** Stars, underscores and question marks that stand for a word, but for a bullet; and what is still to come. */
export const openPlace = /(?<=\S[^\S\n])(?:\*+|_{2,}|\?{2,})(?=$|[\s.,;:)])|\bTB[CA]\b/u;

const inPlaceOf = (all: string, words: string, by: string): string => {
  const at = words === '' ? -1 : all.lastIndexOf(words);
  return at < 0 ? all : `${all.slice(0, at)}${by}${all.slice(at + words.length)}`;
};

/** "The cell's colour #C9A86A" stands for what is no word of the document. */
const isColour = (words: string): boolean => /#[\dA-F]{6}\b/u.test(words);

/** A colour is put right by words, also where it means nothing: in its cell, or after the words that stand there. */
const besideColour = (all: string, choice: string): string => {
  const said = choice === '' ? 'Not rated' : choice;
  return /[\p{L}\p{N}]/u.test(all) ? `${all} – ${said}` : said;
};

const askedOf = (words: string, whom: string): string => {
  const asking = /(?:needed|required|requested|awaited|outstanding)$/iu.test(words)
    ? words
    : `${words.replace(/[\s?.]+$/u, '')} needed`;
  return whom === '' ? asking : `${asking} from ${whom}`;
};

/**
 * A block's words with a doubt put right.
 * @param all the block's words as they stand
 * @param choice what was chosen: a rating ("" for none), a name ("" for nobody in particular), what belongs in the
 *   open place
 */
export const remedied = (all: string, { kind, words }: Remedy, choice: string): string => {
  switch (kind) {
    case 'rating':
      return isColour(words) ? besideColour(all, choice) : inPlaceOf(all, words, choice);
    case 'open':
      return all.replace(openPlace, () => choice);
    case 'request':
    case 'whom':
      return inPlaceOf(all, words, askedOf(words, choice));
  }
};
