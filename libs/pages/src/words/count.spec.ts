import { describe, expect, it } from 'vitest';
import { count } from './count.ts';

describe('count', () => {
  it.each([
    [0, '0 actions'],
    [1, '1 action'],
    [84, '84 actions'],
    [1234567, '1,234,567 actions'],
  ])('given %i, then %s', (howMany, words) => {
    expect(count(howMany, 'action')).toBe(words);
  });

  it('given a plural of its own, then that', () => {
    expect(count(2, 'party', 'parties')).toBe('2 parties');
  });
});
