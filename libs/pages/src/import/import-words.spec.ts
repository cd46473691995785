import { describe, expect, it } from 'vitest';
import { becameInWords, countedKind, fieldHeading, itemInWords } from './import-words.ts';

describe('words of an import', () => {
  it.each([
    [1, 'priority', '1 priority'],
    [2, 'priority', '2 priorities'],
    [1200, 'action', '1,200 actions'],
    [6, 'dataNeed', '6 data needs'],
    [2, 'narrative', '2 sections of text'],
  ])('given %d of %s, then %j', (howMany, kind, words) => {
    expect(countedKind(howMany, kind)).toBe(words);
  });

  it.each([
    ['action', '27', 'Action 27'],
    ['dataNeed', '2-how-many-come', 'Data need'],
    ['plan', null, 'The plan itself'],
  ])('given a %s, then its ref where people know it', (kind, ref, words) => {
    expect(itemInWords(kind, ref)).toBe(words);
  });

  it.each([
    [
      { words: 'action 27: rating', kind: 'action', ref: '27', field: 'rating' },
      'Action 27: rating',
    ],
    [
      { words: 'data need 2-x: words', kind: 'data need', ref: '2-x', field: 'words' },
      'Data need: words',
    ],
    [{ words: 'plan: period', kind: 'plan', ref: 'plan', field: 'period' }, 'The plan: period'],
    [
      { words: 'narrative: Vision', kind: 'narrative', ref: 'n', field: null },
      'Kept as text: Vision',
    ],
  ])('given what a block became, then %#', (became, words) => {
    expect(becameInWords(became)).toBe(words);
  });

  it('given a field, then as a heading', () => {
    expect(['rating', 'under', 'knownAs'].map(fieldHeading)).toEqual([
      'Rating',
      'Place',
      'Earlier number',
    ]);
  });
});
