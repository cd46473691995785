import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './add-days.ts';
import { LocalDate } from './local-date.ts';

const date = (text: string): LocalDate => {
  if (LocalDate.is(text)) return text;
  throw new Error(`${text} does not exist`);
};

const day = 86_400_000;

/** The other implementation: JavaScript's own calendar. */
const textOf = (time: number): string => {
  const at = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(at.getUTCFullYear()).padStart(4, '0');
  return `${year}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
};

const timeOf = (text: string): number => {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  return new Date(0).setUTCFullYear(year, month - 1, dayOfMonth);
};

const dates = fc
  .integer({ min: timeOf('0001-01-01') / day, max: timeOf('9999-12-31') / day })
  .map((days) => date(textOf(days * day)));

describe('addDays', () => {
  it.each([
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', 0, '2026-01-01'],
    ['1970-01-01', 10957, '2000-01-01'],
    ['9999-12-31', 1, '9999-12-31'],
    ['0001-01-01', -1, '0001-01-01'],
  ])('given %s and %d days, then it is %s', (from, days, to) => {
    expect(addDays(days)(date(from))).toBe(to);
  });

  it('given any date and any days, then it is what JavaScript counts, or the date itself beyond its years', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -4_000_000, max: 4_000_000 }), (from, days) => {
        const to = textOf(timeOf(from) + days * day);
        expect(addDays(days)(from)).toBe(LocalDate.is(to) ? to : from);
      }),
    );
  });
});
