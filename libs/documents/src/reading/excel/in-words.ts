import { dateInWords, LocalDate } from '@trackrecord/kernel';

/** So much of somebody's words, or of an address, is told in a remark. */
const told = 2_000;

/** Words in quotation marks, on one line. */
export const quoted = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ').trim();
  return `“${line.length > told ? `${line.slice(0, told)}…` : line}”`;
};

/** "rows 5–9", "row 5". */
export const rowsInWords = ({ first, last }: Readonly<{ first: number; last: number }>): string =>
  first === last ? `row ${first}` : `rows ${first}–${last}`;

/** "3 May 2027" of "2027-05-03T10:00:00.00"; `undefined` where there is no such day. */
export const dayInWords = (date: string | undefined): string | undefined => {
  const day = date?.slice(0, 10);
  return LocalDate.is(day) ? dateInWords(day) : undefined;
};

/** Things one after another: "a", "a and b", "a, b and 7 more". */
export const listInWords = (things: ReadonlyArray<string>, most: number): string => {
  const shown = things.slice(0, most);
  const more = things.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length <= 1
    ? (all[0] ?? '')
    : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
};

/** "a picture", "3 pictures". */
export const countInWords = (count: number, one: string, several: string): string =>
  count === 1 ? one : `${count} ${several}`;

/** A sentence begins with a capital. */
export const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
