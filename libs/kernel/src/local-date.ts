import type * as t from 'io-ts';
import { type Branded, brandedString } from './brand.ts';

/** A calendar date, `YYYY-MM-DD`, that exists. Compares and sorts as a string. */
export type LocalDate = Branded<string, 'LocalDate'>;

/** There is no year 0. */
const years = /^(?!0000)\d{4}-/;

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0);

type Civil = Readonly<{ year: number; month: number; day: number }>;

const civilOf = (date: string): Civil => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Every day of a year as `-MM-DD`, 29 February too. */
const daysOfYear: ReadonlySet<string> = new Set(
  lengths.flatMap((_, month) =>
    Array.from(
      { length: daysInMonth(2000, month + 1) },
      (__, day) => `-${padded(month + 1, 2)}-${padded(day + 1, 2)}`,
    ),
  ),
);

/** Every event has dates, and every one is checked when it is read: a look-up is a fraction of a calculation. */
const exists = (date: string): boolean =>
  years.test(date) &&
  daysOfYear.has(date.slice(4)) &&
  (!date.endsWith('-02-29') || isLeapYear(Number(date.slice(0, 4))));

export const LocalDate: t.Type<LocalDate, string> = brandedString('LocalDate', exists);

/** `fallback` where there is no such date: the callers below only make dates that exist. */
const made = (civil: Civil, fallback: LocalDate): LocalDate => {
  const text = `${padded(civil.year, 4)}-${padded(civil.month, 2)}-${padded(civil.day, 2)}`;
  return LocalDate.is(text) ? text : fallback;
};

/**
 * Days since 1970-01-01, negative before it.
 * Howard Hinnant's `days_from_civil` for the proleptic Gregorian calendar
 * (https://howardhinnant.github.io/date_algorithms.html).
 */
const dayNumber = (date: LocalDate): number => {
  const { year, month, day } = civilOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

/** How many days `to` is after `from`; negative when it is before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  dayNumber(to) - dayNumber(from);

/**
 * The same day `months` later; the month's last day where it has no such day
 * (a quarter after 30 November is 28 or 29 February). Years stay within 0001–9999.
 */
export const addMonths =
  (months: number) =>
  (date: LocalDate): LocalDate => {
    const { year, month, day } = civilOf(date);
    const total = year * 12 + (month - 1) + months;
    const to = { year: Math.floor(total / 12), month: (total % 12) + 1 };
    return made({ ...to, day: Math.min(day, daysInMonth(to.year, to.month)) }, date);
  };

/** First and last day of a month, where year and month exist. */
export const monthBounds = (
  year: number,
  month: number,
): Readonly<{ first: string; last: string }> => ({
  first: `${padded(year, 4)}-${padded(month, 2)}-01`,
  last: `${padded(year, 4)}-${padded(month, 2)}-${padded(daysInMonth(year, month), 2)}`,
});
