import { type Branded, brandedString } from '@trackrecord/kernel';
import * as t from 'io-ts';

/** Each meaning in words, as it follows "the column “Where are we” is". */
export const columnMeaningsInWords = {
  ref: 'the number',
  action: 'the action',
  rating: 'the rating',
  lead: 'the lead',
  support: 'the support',
  timescale: 'the timescale',
  notes: 'the notes',
  priority: 'the priority',
  theme: 'the theme',
  nothing: 'no field of an action',
} as const;

/** What a column of a plan's document means: a field of its actions, or nothing, so that it is kept as text. */
export type ColumnMeaning = keyof typeof columnMeaningsInWords;
export const ColumnMeaning: t.Type<ColumnMeaning> = t.keyof(columnMeaningsInWords, 'ColumnMeaning');

/** Every meaning, in the order in which people are offered them. */
export const columnMeanings: ReadonlyArray<ColumnMeaning> = Object.keys(
  columnMeaningsInWords,
).filter(ColumnMeaning.is);

const longestHead = 200;

/** The head of a column as a document has it, "Where are we?": up to 200 characters on one line. */
export type ColumnHead = Branded<string, 'ColumnHead'>;
export const ColumnHead: t.Type<ColumnHead, string> = brandedString(
  'ColumnHead',
  (text) =>
    text.length > 0 &&
    text.length <= longestHead &&
    text.trim() === text &&
    !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text),
);

/**
 * What heads that are the same to a reader have in common: "RAG  Status:" and "Rag status" are one column. A head
 * with other words, also between brackets, is another: "Position (Q1)" and "Position (Q2)".
 */
export const plainHead = (head: string): string => {
  const plain = head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/[‐-―]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.replace(/[\s.:?*]+$/u, '') || plain;
};
