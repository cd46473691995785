import { describe, expect, it } from 'vitest';
import { nextTry_ms } from './retry-schedule.ts';

const least = (count: number) => new Uint8Array(count);
const most = (count: number) => new Uint8Array(count).fill(255);

describe('when a delivery that failed is tried again', () => {
  it('given no jitter, then after 10 s, 1 min, 5 min, 30 min, 2 h, 5 h, 10 h and 24 h; then no more', () => {
    const hour = 3600;
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((failures) => nextTry_ms(failures, least))).toEqual([
      ...[10, 60, 300, 1800, 2 * hour, 5 * hour, 10 * hour, 24 * hour].map((s) => s * 1000),
      undefined,
    ]);
  });

  it('given all the jitter that there is, then a fifth later and never more', () => {
    expect(nextTry_ms(1, most)).toBe(12_000);
    expect(nextTry_ms(8, most)).toBeLessThanOrEqual(24 * 3_600_000 * 1.2);
  });
});
