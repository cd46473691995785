import { expect, it } from 'vitest';
import { backoff_ms } from './backoff.ts';

it.each([
  // Half of 50, 100, 200 … 1,600 and then of 2,000, and so much again by chance.
  [1, 0, 25],
  [1, 0.5, 37.5],
  [2, 0, 50],
  [3, 0, 100],
  [6, 0, 800],
  [7, 0, 1000],
  [7, 0.25, 1250],
  [1000, 0, 1000],
])(
  'given %i tries failed and chance says %f, then the next one waits %f ms',
  (failed, chance, ms) => {
    expect(backoff_ms(failed, chance)).toBe(ms);
  },
);
