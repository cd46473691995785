import { describe, expect, it } from 'vitest';
import { headlineOf } from './headline-of.ts';
import { seriesNamed } from './series-of.ts';
import { trendWords } from './trend-words.ts';
import { differenceOf, numberWords, valueWords } from './value-words.ts';

describe('values in words', () => {
  it.each([
    [1204, null, '1,204'],
    [41.5, '%', '41.5%'],
    [412, 'families', '412 families'],
    [-0.25, null, '-0.25'],
  ])('given %d in %s, then %s', (value, unit, words) => {
    expect(valueWords(value, { unit })).toBe(words);
  });

  it('given numbers, then thousands are parted', () => {
    expect(numberWords(1234567.25)).toBe('1,234,567.25');
  });

  it('given decimals, then their difference has no dust of binary fractions', () => {
    expect(differenceOf(0.3, 0.1)).toBe(0.2);
    expect(differenceOf(17.9, 18.4)).toBe(-0.5);
  });
});

describe('a trend', () => {
  const now = (value: number) => ({ value, period: '2025/26' });
  const then = (value: number) => ({ value, period: '2024/25' });

  it.each([
    [412, 380, 'higher is better' as const, 'up by 32 from 380 in 2024/25: better'],
    [412, 380, 'lower is better' as const, 'up by 32 from 380 in 2024/25: worse'],
    [17.9, 18.4, 'lower is better' as const, 'down by 0.5 from 18.4 in 2024/25: better'],
    [17.9, 18.4, 'higher is better' as const, 'down by 0.5 from 18.4 in 2024/25: worse'],
    [17.9, 18.4, null, 'down by 0.5 from 18.4 in 2024/25'],
    [5, 5, 'lower is better' as const, 'no change from 5 in 2024/25'],
  ])('given %d after %d where %s, then it says so', (later, earlier, direction, words) => {
    expect(trendWords(now(later), then(earlier), direction)).toBe(words);
  });
});

describe('the series of an indicator', () => {
  const parts = { geography: 'Harbour', breakdowns: ['under 5', '5 to 10'] };
  const namesOf = (
    observed: Parameters<typeof seriesNamed>[0],
    definition: Parameters<typeof seriesNamed>[1] = parts,
  ) => seriesNamed(observed, definition).map(({ name }) => name);

  it('given parts, then the whole first and the parts in the order in which the indicator has them', () => {
    expect(
      namesOf([
        { breakdown: 'teenagers' },
        { breakdown: '5 to 10' },
        {},
        { breakdown: 'under 5' },
        { breakdown: '5 to 10' },
      ]),
    ).toEqual(['Harbour', 'under 5', '5 to 10', 'teenagers']);
  });

  it('given a value that says no place and one that says the indicator’s own, then they are one series', () => {
    expect(namesOf([{}, { geography: 'Harbour' }])).toEqual(['Harbour']);
  });

  it('given several places, then each series says which it is of, its own first', () => {
    expect(namesOf([{ geography: 'Ash' }, {}, { geography: 'Ash', breakdown: 'under 5' }])).toEqual(
      ['Harbour', 'Ash', 'Ash, under 5'],
    );
  });

  it('given an indicator of no place, then it is simply the value, or all', () => {
    const nowhere = { geography: null, breakdowns: [] };
    expect(namesOf([{}, {}], nowhere)).toEqual(['Value']);
    expect(namesOf([{ breakdown: 'girls' }, {}], nowhere)).toEqual(['All', 'girls']);
  });
});

describe('where an indicator stands', () => {
  const definition = {
    ...{ title: 'Families', code: null, unit: 'families', direction: null, geography: null },
    breakdowns: [],
  };
  const value = (one: number, period: string, status = 'final', breakdown?: string) => ({
    ...{ value: one, period, status },
    ...(breakdown === undefined ? {} : { breakdown }),
  });
  const headline = (
    observed: Parameters<typeof headlineOf>[0]['observed'],
    baseline: Parameters<typeof headlineOf>[0]['baseline'] = null,
  ) => headlineOf({ definition, observed, baseline });

  it('given no values, then nowhere yet', () => {
    expect(headline([])).toBeNull();
  });

  it('given several, then the last of the whole, against the one before', () => {
    expect(
      headline([
        value(380, '2024/25'),
        value(412, '2025/26', 'provisional'),
        value(200, '2025/26', 'final', 'girls'),
      ]),
    ).toEqual({
      ...{ value: '412 families', period: '2025/26', of: '', isProvisional: true },
      trend: 'up by 32 from 380 in 2024/25',
    });
  });

  it('given parts alone, then it says of which', () => {
    expect(headline([value(200, '2025/26', 'final', 'girls')])).toMatchObject({
      of: 'girls',
      trend: '',
    });
  });
});
