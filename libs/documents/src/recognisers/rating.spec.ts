import { describe, expect, it } from 'vitest';
import { readLoneRating, readRatingWords } from './rating.ts';
import { readRatingAndReason } from './rating-and-reason.ts';

describe('given the words of a place meant for a rating', () => {
  it.each([
    ['RED', 'Red'],
    ['amber', 'Amber'],
    ['Green.', 'Green'],
    ['(Green)', 'Green'],
    ['AMBER / GREEN', 'Amber/Green'],
    ['Green-Amber', 'Amber/Green'],
    ['amber to red', 'Red/Amber'],
    ['R', 'Red'],
    ['a/g', 'Amber/Green'],
    ['On track', 'Green'],
    ['at risk', 'Amber'],
    ['Off  track', 'Red'],
    ['Completed', 'Complete'],
    ['Blue', 'Complete'],
    ['Not started', 'Not started'],
    ['yet to start', 'Not started'],
    ['🔴', 'Red'],
    ['🟨', 'Amber'],
    ['Amber ↑', 'Amber'],
    ['G⬆️', 'Green'],
    ['▼ red', 'Red'],
  ])('when they are "%s" then it is %s', (words, rating) => {
    expect(readRatingWords(words)).toEqual({ _tag: 'Rated', rating });
  });

  it.each(['', ' ', '-', 'n/a', 'N/A', 'Not rated', 'TBC'])(
    'when they are "%s" then it is not rated',
    (words) => {
      expect(readRatingWords(words)).toEqual({ _tag: 'NotRated' });
    },
  );

  it.each([
    'Green: on track',
    'purple',
    'Greenish',
    'Red Cross',
    'In progress',
    'Amber '.repeat(20),
  ])('when they are "%s" then they are unknown, never guessed', (words) => {
    expect(readRatingWords(words)).toEqual({ _tag: 'Unknown' });
  });
});

describe('given a rating with a reason after it', () => {
  it.each([
    ['Amber – waiting for funds', 'Amber', 'waiting for funds'],
    ['G (eight trained)', 'Green', 'eight trained'],
    ['Off track: no builder', 'Red', 'no builder'],
  ])('when it is "%s" then both are read', (words, rating, reason) => {
    expect(readRatingAndReason(words)).toEqual({ read: { _tag: 'Rated', rating }, reason });
  });

  it('when the letter stands beside the word then that is no reason', () => {
    expect(readRatingAndReason('Green (G)')).toEqual({ read: { _tag: 'Rated', rating: 'Green' } });
  });

  it('when no rating comes first then it is unknown', () => {
    expect(readRatingAndReason('Waiting – red tape')).toEqual({ read: { _tag: 'Unknown' } });
  });
});

describe('given words that stand alone', () => {
  it('when they are a rating then it is read, but a lone letter may be anything', () => {
    expect([readLoneRating('AMBER'), readLoneRating('On track'), readLoneRating('A')]).toEqual([
      'Amber',
      'Green',
      undefined,
    ]);
  });
});
