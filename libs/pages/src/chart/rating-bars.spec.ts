import { describe, expect, it } from 'vitest';
import { type RatingBars, ratingBars } from './rating-bars.ts';

// One line of legend: the plot is from 22 + 12 = 34 down to 34 + 260 = 294, and ten actions fill it.
// One column with a quarter of a step as padding: a step is 680 / 1.25 = 544, the bar three quarters of it.
const bars: RatingBars = {
  id: 'b',
  title: 'Ratings',
  description: 'One quarter.',
  ratings: ['Red', 'Green'],
  columns: [{ label: 'Jun 2026', counts: { Red: 4, Green: 6 } }],
};

describe('ratingBars', () => {
  it('given four Red of ten, then the lowest four tenths of the column', () => {
    expect(ratingBars(bars)).toContain(
      '<rect x="176" y="190" width="408" height="104" fill="url(#b-red)"',
    );
  });

  it('given six Green, then they stand on the Red', () => {
    expect(ratingBars(bars)).toContain(
      '<rect x="176" y="34" width="408" height="156" fill="url(#b-green)"',
    );
  });

  it('given counts, then each stands in its bar as a number', () => {
    const numbers = [...ratingBars(bars).matchAll(/font-weight="700"[^>]*>([^<]+)</gu)];
    expect(numbers.map(([, number]) => number)).toEqual(['4', '6']);
  });

  it('given a rating that nothing has, then it takes no room', () => {
    const columns = [{ label: 'Jun', counts: { Green: 10 } }];
    expect(ratingBars({ ...bars, columns })).not.toContain('height="0"');
  });

  it('given no columns, or only empty ones, then a picture all the same', () => {
    expect(ratingBars({ ...bars, columns: [] })).not.toContain('NaN');
    expect(ratingBars({ ...bars, columns: [{ label: 'x', counts: {} }] })).not.toContain('NaN');
  });
});
