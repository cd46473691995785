import * as E from 'fp-ts/lib/Either.js';
import { recogniseTimescale } from '../recognisers/timescale.ts';
import { ratingSaid } from '../said/rating-said.ts';
import { wordsInCell } from './copy-form.ts';
import { type CopyField, plainWords } from './copy-row.ts';

/** What programs set for whoever types: quotation marks, dashes, dots. What is not seen at all is left out. */
const setOtherwise: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, ''],
  [/[\u2018-\u201b\u2032]/gu, "'"],
  [/[\u201c-\u201f\u2033]/gu, '"'],
  [/[\u2010-\u2015\u2212]|-{2,3}/gu, '-'],
  [/\u2026/gu, '...'],
];

/**
 * Words as those of a copy are compared: how they are broken into lines and set is no edit, since word processors and
 * telephones change a quotation mark, a dash or a space by themselves.
 */
export const comparedWords = (words: string): string =>
  plainWords(
    setOtherwise.reduce(
      (sofar, [sign, plain]) => sofar.replace(sign, plain),
      words.normalize('NFC'),
    ),
  );

/** A name as it is looked for, in whatever case. */
export const comparedName = (name: string): string => comparedWords(name).toLocaleLowerCase('en');

/** Names, in whatever order and however parted. */
const namesIn = (words: string): string =>
  words
    .split(/[;\n]/u)
    .map(comparedName)
    .filter((name) => name !== '')
    .toSorted()
    .join('; ');

const ratingIn = (words: string): string | undefined => {
  const said = ratingSaid(plainWords(words));
  return E.isRight(said) ? (said.right ?? 'Not rated') : undefined;
};

const dateIn = (words: string): string | undefined =>
  recogniseTimescale(plainWords(words))?.timescale.latest;

/** A number as it was asked for: "3." and "3)" are 3. */
export const refAsked = (words: string): string => {
  const ref = plainWords(words);
  const plain = ref.replace(ref.includes('(') ? /[.:]+$/u : /[.:)]+$/u, '');
  return plain === '' ? ref : plain;
};

/** A cell as what it means, where it means one thing however it is written; `undefined` where it is nothing but words. */
const meantIn = (field: CopyField, words: string): string | undefined => {
  switch (field) {
    case 'lead':
    case 'support':
      return namesIn(words);
    case 'rating':
      return ratingIn(words);
    case 'due':
      return dateIn(words);
    case 'ref':
      return refAsked(words);
    case 'status':
      return comparedName(words);
    case 'priority':
    case 'theme':
    case 'result':
    case 'action':
    case 'byWhen':
    case 'latestNote':
    case 'newNote':
      return undefined;
  }
};

/** Whether two cells say the same. */
export const isSameCell = (field: CopyField, a: string, b: string): boolean => {
  if (a === b) return true;
  if (comparedWords(wordsInCell(a)) === comparedWords(wordsInCell(b))) return true;
  const meant = meantIn(field, a);
  return meant !== undefined && meant === meantIn(field, b);
};
