import { Instant, LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInWords, instantInWords } from './uk-date-words.ts';

const london = instantInWords('Europe/London');

describe('a date in words', () => {
  it.each([
    ['2026-03-03', '3 March 2026'],
    ['2008-12-31', '31 December 2008'],
    ['0987-01-10', '10 January 987'],
  ])('given %s, then it is %s', (date, words) => {
    expect(dateInWords(must(LocalDate)(date))).toBe(words);
  });
});

describe('an instant in words', () => {
  it.each([
    ['2026-03-05T14:02:59.999Z', '5 March 2026', '14:02', 'in winter London keeps UTC'],
    ['2026-06-30T23:30:00.000Z', '1 July 2026', '00:30', 'in summer it is an hour ahead'],
    ['2026-03-29T00:59:59.000Z', '29 March 2026', '00:59', 'before the clocks go forward'],
    ['2026-03-29T01:00:00.000Z', '29 March 2026', '02:00', 'as the clocks go forward'],
    ['2026-10-25T01:00:00.000Z', '25 October 2026', '01:00', 'as the clocks have gone back'],
    ['2024-02-29T12:00:00.000Z', '29 February 2024', '12:00', 'on a leap day'],
  ])('given %s, then it is %s at %s: %s', (instant, date, time) => {
    expect(london(must(Instant)(instant))).toEqual({ date, time });
  });

  it('given any instant, then it is what JavaScript’s own dates show', () => {
    const shown = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'long',
      timeStyle: 'short',
    });
    const instants = fc.date({
      min: new Date('1900-01-01T00:00:00.000Z'),
      max: new Date('2199-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        const { date, time } = london(must(Instant)(at.toISOString()));
        expect(`${date} at ${time}`).toBe(shown.format(at));
      }),
    );
  });
});
