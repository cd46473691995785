import { type Branded, brandedString } from '@trackrecord/kernel';
import type * as t from 'io-ts';
import { LRUCache } from 'lru-cache';

/** By which whoever sends a document asks how far it has come: a UUID, so that nobody guesses another's. */
export type ProgressWord = Branded<string, 'ProgressWord'>;
export const ProgressWord: t.Type<ProgressWord, string> = brandedString('ProgressWord', (text) =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(text),
);

/** What is being done about a document, and how much of that is done: from 0 to 1. */
export type HowFar = Readonly<{ doing: 'sending' | 'reading'; share: number }>;

/** The field of a form, or of a request, that says the word. */
export const progressField = 'progress';

/** Of the latest ones alone: who asks does so while the document is on its way. */
const told = new LRUCache<ProgressWord, HowFar>({ max: 1000 });

/**
 * Keeps how far a document has come, in this process.
 * @param word what the field `progress` holds, as it came; of anything but such a word nothing is kept
 */
export const tellHowFar = (word: unknown, howFar: HowFar): void => {
  if (ProgressWord.is(word)) told.set(word, howFar);
};

/** Keeps how much of a document is read, of how much: what a reader tells. */
export const tellReading =
  (word: unknown) =>
  (done: number, of: number): void => {
    tellHowFar(word, { doing: 'reading', share: done / Math.max(1, of) });
  };

/** How far the document has come that goes by a word; `undefined` where that is not known here. */
export const howFarIs = (word: unknown): HowFar | undefined =>
  ProgressWord.is(word) ? told.get(word) : undefined;
