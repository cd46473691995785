import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { ukWeekday } from './uk-weekday.ts';

describe('a date with its weekday', () => {
  // By the calendar on the wall; 29 February 2024 was a Thursday.
  it.each([
    ['2026-07-06', 'Monday 6 July 2026'],
    ['2026-01-01', 'Thursday 1 January 2026'],
    ['2024-02-29', 'Thursday 29 February 2024'],
    ['2027-08-01', 'Sunday 1 August 2027'],
  ])('given %s when it is told then %s', (date, words) => {
    expect(ukWeekday(must(LocalDate)(date))).toBe(words);
  });
});
