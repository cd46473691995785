import { describe, expect, it } from 'vitest';
import { ukDate, ukShortDate } from './uk-date.ts';

describe('ukDate', () => {
  it('given a date, then the day without a nought, the month in words and the year', () => {
    expect(ukDate('2026-03-03')).toBe('3 March 2026');
    expect(ukDate('2009-12-31')).toBe('31 December 2009');
  });

  it('given what is no date, then it stays as it is', () => {
    expect(ukDate('2026-02-30')).toBe('2026-02-30');
    expect(ukDate('Autumn 2026')).toBe('Autumn 2026');
  });
});

describe('ukShortDate', () => {
  it('given a date, then the month in three letters', () => {
    expect(ukShortDate('2026-09-01')).toBe('1 Sep 2026');
  });
});
