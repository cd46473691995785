import { LocalDate } from '@trackrecord/kernel';
import { months } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';

const monthNumber = (word: string): number => {
  const lower = word.toLowerCase();
  const place = months.findIndex((month) => {
    const name = month.toLowerCase();
    return (
      lower === name || lower === name.slice(0, 3) || (lower === 'sept' && month === 'September')
    );
  });
  return place + 1;
};

const padded = (value: string | number, width: number): string =>
  String(value).padStart(width, '0');

const candidate = (text: string): string => {
  const numbers = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/u.exec(text);
  if (numbers !== null) {
    const [, day = '', month = '', year = ''] = numbers;
    return `${year}-${padded(month, 2)}-${padded(day, 2)}`;
  }
  const words = /^(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}+),?\s+(\d{4})$/iu.exec(text);
  if (words !== null) {
    const [, day = '', month = '', year = ''] = words;
    return `${year}-${padded(monthNumber(month), 2)}-${padded(day, 2)}`;
  }
  return text;
};

/** Characters; no date is longer in any words. */
const longestShown = 60;

/** A message about a field by its name; a name that is a question needs no colon. */
const about = (name: string, words: string): string =>
  name.endsWith('?') ? `${name} ${words}` : `${name}: ${words}`;

/** What was typed, as far as a message has room for it. */
const shortened = (typed: string): string =>
  typed.length <= longestShown ? typed : `${typed.slice(0, longestShown)}…`;

/**
 * A date as people in the UK write it: `3/3/2026`, `2026-03-03`, `3 March 2026`, `3 Mar 2026`; the day first.
 * @param name the field as the form calls it, for the message
 * @returns the date, or why it is none: which field, what was typed, and what would be accepted
 */
export const parseUkDate =
  (name: string) =>
  (text: string): E.Either<string, LocalDate> => {
    const typed = text.trim();
    if (typed === '') return E.left(about(name, 'Enter a date, such as 3/3/2026 or 2026-03-03.'));
    const date = candidate(typed);
    return LocalDate.is(date)
      ? E.right(date)
      : E.left(
          about(
            name,
            `“${shortened(typed)}” is not a date that exists. Enter one such as 3/3/2026 or 2026-03-03.`,
          ),
        );
  };
