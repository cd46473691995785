import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, daysBetween, LocalDate, monthBounds } from './local-date.ts';

const date = (text: string): LocalDate => {
  if (LocalDate.is(text)) return text;
  throw new Error(`${text} does not exist`);
};

/** Milliseconds at midnight UTC; `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
const midnight = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day);

/** The other implementation: JavaScript's own calendar. */
const textOf = (time: number): string => {
  const at = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(at.getUTCFullYear()).padStart(4, '0');
  return `${year}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
};

const timeOf = (text: string): number => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return midnight(year, month, day);
};

const day = 86_400_000;

const dates = fc
  .integer({ min: midnight(1, 1, 1) / day, max: midnight(9999, 12, 31) / day })
  .map((days) => date(textOf(days * day)));

describe('LocalDate', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-12-31'])(
    'given %s, then it exists',
    (text) => {
      expect(LocalDate.is(text)).toBe(true);
    },
  );

  it.each([
    ['a leap day of a common year', '2026-02-29'],
    ['a leap day of a century that 400 does not divide', '1900-02-29'],
    ['the 30th of February', '2024-02-30'],
    ['the 31st of a month of 30', '2026-04-31'],
    ['day 0', '2026-01-00'],
    ['month 0', '2026-00-10'],
    ['month 13', '2026-13-01'],
    ['year 0', '0000-01-01'],
    ['a date with a time', '2026-01-01T00:00'],
    ['a date without zeros', '2026-1-1'],
    ['a line after it', '2026-01-01\n'],
    ['a five-digit year', '12026-01-01'],
    ['an empty text', ''],
  ])('given %s, then it is refused', (_, text) => {
    expect(LocalDate.is(text)).toBe(false);
  });

  it('given any year, month and day, then it exists exactly when the calendar keeps it', () => {
    const part = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    );
    fc.assert(
      fc.property(part, ([year, month, dayOfMonth]) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
        expect(LocalDate.is(text)).toBe(textOf(midnight(year, month, dayOfMonth)) === text);
      }),
    );
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-01', '2026-12-31', 364],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2026-03-01', '2026-02-28', -1],
    ['1970-01-01', '2000-01-01', 10957],
  ])('given %s and %s, then it is %d', (from, to, days) => {
    expect(daysBetween(date(from), date(to))).toBe(days);
  });

  it('given any two dates, then it is what JavaScript counts', () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        expect(daysBetween(from, to)).toBe((timeOf(to) - timeOf(from)) / day);
      }),
    );
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-03-31', 3, '2026-06-30'],
    ['2026-06-30', 3, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-10-15', 3, '2027-01-15'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-05-01', 0, '2026-05-01'],
    ['9999-12-01', 1, '9999-12-01'],
    ['0001-01-31', -1, '0001-01-31'],
  ])('given %s and %d months, then it is %s', (from, months, to) => {
    expect(addMonths(months)(date(from))).toBe(to);
  });
});

describe('monthBounds', () => {
  it.each([
    [2026, 2, '2026-02-01', '2026-02-28'],
    [2028, 2, '2028-02-01', '2028-02-29'],
    [2026, 12, '2026-12-01', '2026-12-31'],
  ])('given month %d-%d, then it is %s to %s', (year, month, first, last) => {
    expect(monthBounds(year, month)).toEqual({ first, last });
  });
});
