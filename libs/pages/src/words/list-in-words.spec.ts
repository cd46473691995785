import { describe, expect, it } from 'vitest';
import { listInWords } from './list-in-words.ts';

describe('a list in words', () => {
  it.each([
    [[], ''],
    [['Red'], 'Red'],
    [['Red', 'Amber'], 'Red or Amber'],
    [['Red', 'Amber', 'Green'], 'Red, Amber or Green'],
  ])('given %j when one may be chosen then %s', (words, said) => {
    expect(listInWords(words)).toBe(said);
  });

  it('given several when all are meant then the last is joined by "and"', () => {
    expect(listInWords(['1(i)', '1(ii)'], 'and')).toBe('1(i) and 1(ii)');
  });
});
