import type { Value } from './cell.ts';

/** What of a formula cannot be worked out is an error, as it is in Excel. */
const error: Value = null;

/** Words as Excel makes them of a value. */
export const textOfValue = (value: Value): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
};

export const truthOf = (value: Value): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  return value === undefined ? false : undefined;
};

const countOf = (value: Value, otherwise: number): number | undefined => {
  const count = value === undefined ? otherwise : value;
  return typeof count === 'number' && count >= 0 ? Math.floor(count) : undefined;
};

type Function = (args: ReadonlyArray<Value>) => Value;

const ofText =
  (of: (text: string) => Value): Function =>
  ([value]) =>
    value === null ? error : of(textOfValue(value));

const partOf =
  (part: (text: string, count: number) => string): Function =>
  ([value, length]) => {
    const count = countOf(length, 1);
    return value === null || count === undefined ? error : part(textOfValue(value), count);
  };

const allOf =
  (join: (truths: ReadonlyArray<boolean>) => boolean): Function =>
  (args) => {
    const truths = args.map(truthOf);
    const known = truths.filter((truth) => truth !== undefined);
    return known.length === truths.length && known.length > 0 ? join(known) : error;
  };

/** Where words stand within others, from 1, whatever their case; an error where they do not. */
export const search = (words: string, within: string): number | null => {
  const at = within.toLowerCase().indexOf(words.toLowerCase());
  return at < 0 ? null : at + 1;
};

/** Whether Excel would take a sign of some words for any letters. */
export const hasWildcards = (words: string): boolean => /[?*~]/u.test(words);

/** The functions that formulas of rules are read with, by name. */
export const functions: ReadonlyMap<string, Function> = new Map<string, Function>([
  ['AND', allOf((truths) => truths.every(Boolean))],
  ['OR', allOf((truths) => truths.some(Boolean))],
  [
    'NOT',
    ([value]) => {
      const truth = truthOf(value);
      return truth === undefined ? error : !truth;
    },
  ],
  ['LEFT', partOf((text, count) => text.slice(0, count))],
  ['RIGHT', partOf((text, count) => (count === 0 ? '' : text.slice(-count)))],
  ['LEN', ofText((text) => text.length)],
  ['TRIM', ofText((text) => text.trim().replace(/ +/gu, ' '))],
  ['UPPER', ofText((text) => text.toUpperCase())],
  ['LOWER', ofText((text) => text.toLowerCase())],
  ['ISBLANK', ([value]) => value === undefined],
  ['ISNUMBER', ([value]) => typeof value === 'number'],
  ['ISTEXT', ([value]) => typeof value === 'string'],
  ['ISERROR', ([value]) => value === null],
  [
    'SEARCH',
    ([words, within]) =>
      words === null || within === null ? error : search(textOfValue(words), textOfValue(within)),
  ],
]);
