import { describe, expect, it } from 'vitest';
import { ratingRank, worstFirst } from './rating-rank.ts';

describe('ratings from worst to best', () => {
  it('given a plan’s scale in any order when put in order then Red stands first and Not rated last', () => {
    const scale = ['Complete', 'Not rated', 'Green', 'Amber/Green', 'Not started', 'Red', 'Amber'];
    expect(worstFirst(scale)).toEqual([
      'Red',
      'Amber',
      'Not started',
      'Amber/Green',
      'Green',
      'Complete',
      'Not rated',
    ]);
  });

  it('given words of a plan’s own when put in order then they stand before Green in their order', () => {
    expect(worstFirst(['Green', 'On hold', 'At risk', 'Red'])).toEqual([
      'Red',
      'On hold',
      'At risk',
      'Green',
    ]);
  });

  it('given no rating when ranked then it has no place', () => {
    expect(ratingRank('Not rated')).toBeNull();
  });
});
