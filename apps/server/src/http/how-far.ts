import { LRUCache } from 'lru-cache';

/** What is being done about a form that takes long, and how much of that is done: from 0 to 1. */
export type HowFar = Readonly<{ doing: 'sending' | 'reading'; share: number }>;

/** The field of a form that says by which word whoever sends it asks how far it has come. */
export const progressField = 'progress';

/** A word of ours: nobody guesses another's, and nothing longer is held. */
const isWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(value);

/** Of the latest ones alone: who asks does so while their form is on its way. */
const told = new LRUCache<string, HowFar>({ max: 1000 });

/**
 * Keeps how far a form has come, in this process.
 * @param word what its field `progress` holds, as it came; of anything but a word of ours nothing is kept
 */
export const tellHowFar = (word: unknown, howFar: HowFar): void => {
  if (isWord(word)) told.set(word, howFar);
};

/** How far the form has come that goes by a word; `undefined` where that is not known here. */
export const howFarIs = (word: string): HowFar | undefined => told.get(word);
