import { describe, expect, it } from 'vitest';
import { backoff_ms } from './follower-backoff.ts';

describe('how long a follower waits before it tries again', () => {
  it.each([
    [0, 0, 250],
    [0, 1, 125],
    [1, 0, 500],
    [3, 0.5, 1500],
    // 250 × 2⁷ is 32 s.
    [7, 0, 30_000],
    [7, 1, 15_000],
    [100_000, 0.5, 22_500],
  ])('given %i failures and chance %d, then %i ms', (failures, random, expected) => {
    expect(backoff_ms(failures, random)).toBe(expected);
  });
});
