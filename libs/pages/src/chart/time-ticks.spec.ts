import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { timeTicks } from './time-ticks.ts';

const labels = (from: string, to: string, most: number): ReadonlyArray<string> =>
  timeTicks(must(LocalDate)(from), must(LocalDate)(to), most).map(({ label }) => label);

describe('timeTicks', () => {
  it('given half a year, then its months', () => {
    expect(labels('2026-01-15', '2026-06-30', 9)).toEqual([
      'Feb 2026',
      'Mar 2026',
      'Apr 2026',
      'May 2026',
      'Jun 2026',
    ]);
  });

  it('given two years, then quarters that begin with the year', () => {
    expect(labels('2026-02-01', '2028-01-31', 9)).toEqual([
      'Apr 2026',
      'Jul 2026',
      'Oct 2026',
      'Jan 2027',
      'Apr 2027',
      'Jul 2027',
      'Oct 2027',
      'Jan 2028',
    ]);
  });

  it('given seven years, then years by their number', () => {
    expect(labels('2020-06-01', '2027-06-01', 9)).toEqual([
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
      '2027',
    ]);
  });

  it('given one day, then no more than that day', () => {
    expect(labels('2026-01-01', '2026-01-01', 9)).toEqual(['Jan 2026']);
    expect(labels('2026-01-02', '2026-01-02', 9)).toEqual([]);
  });
});
