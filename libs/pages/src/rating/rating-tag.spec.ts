import { describe, expect, it } from 'vitest';
import { ratingTag } from './rating-tag.ts';

describe('ratingTag', () => {
  it('given a rating, then colour, shape and word', () => {
    const html = ratingTag('Red');
    expect(html).toContain('class="app-rating app-rating--red"');
    expect(html).toMatch(/<svg aria-hidden="true".*<path .*<\/svg>Red<\/strong>$/u);
  });

  it('given none, then “Not rated”, a look of its own', () => {
    expect(ratingTag(null)).toContain('app-rating--not-rated');
    expect(ratingTag(null)).toContain('Not rated</strong>');
  });

  it('given a word of a plan’s own scale, then that word, escaped', () => {
    expect(ratingTag('R&D')).toContain('R&amp;D</strong>');
  });
});
