import { Rating } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import { expect, it } from 'vitest';
import { defaultCadence, monthsBetweenUpdates } from './cadence.ts';

const rating = must(Rating);

it.each([
  [rating('Red'), 1],
  [rating('Amber'), 2],
  ['Not rated', 2],
  [rating('Green'), 3],
  [rating('Complete'), 0],
  [rating('On hold'), 2],
] as const)(
  'given a plan that says nothing, then %s is to be updated every %d months',
  (one, months) => {
    expect(monthsBetweenUpdates(defaultCadence, one)).toBe(months);
  },
);

it.each([
  [rating('Red'), 1],
  [rating('Green'), 0],
  [rating('Amber'), 6],
  [rating('Complete'), 6],
] as const)(
  'given a cadence of its own, then %s every %d: nothing of the usual one is left',
  (one, months) => {
    const cadence = { months: 6, byRating: { Red: 1, Green: 0 } };
    expect(monthsBetweenUpdates(cadence, one)).toBe(months);
  },
);
