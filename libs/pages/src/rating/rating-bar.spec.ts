import { describe, expect, it } from 'vitest';
import { ratingBar } from './rating-bar.ts';

/** Each part of a bar: where it begins, how long it is, and its colour. */
const parts = (html: string) =>
  [...html.matchAll(/x="([\d.]+)" width="([\d.]+)" height="10" fill="(#\w+)"/gu)].map(
    ([, x, width, fill]) => [Number(x), Number(width), fill],
  );

describe('the bar of ratings', () => {
  it('given counts when drawn then each has its share of 200, worst first, and none without any', () => {
    expect(parts(ratingBar({ Green: 1, Amber: 0, Red: 3 }))).toEqual([
      [0, 150, '#ca3535'],
      [150, 50, '#0f7a52'],
    ]);
  });

  it('given one among very many when drawn then it can be seen and nothing is wider than the bar', () => {
    const [first, second] = parts(ratingBar({ Red: 1, Green: 999 }));
    expect(first?.[1]).toBeGreaterThanOrEqual(1.9);
    expect(Number(second?.[0]) + Number(second?.[1])).toBeCloseTo(200, 0);
  });

  it('given nothing to count when drawn then there is no bar', () => {
    expect(ratingBar({ Red: 0 })).toBe('');
    expect(ratingBar({})).toBe('');
  });
});
