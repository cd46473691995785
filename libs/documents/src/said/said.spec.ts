import { Text } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { ratingSaid } from './rating-said.ts';
import { timescaleSaid } from './timescale-said.ts';

describe('a rating as people say it', () => {
  it.each([
    ['red', 'Red'],
    [' A ', 'Amber'],
    ['on track', 'Green'],
    ['amber/green', 'Amber/Green'],
    ['On hold', 'On hold'],
  ])('given %j, then it is %s', (words, rating) => {
    expect(ratingSaid(words)).toEqual(E.right(rating));
  });

  it.each(['none', 'not rated', ''])('given %j, then it is none', (words) => {
    expect(ratingSaid(words)).toEqual(E.right(undefined));
  });

  it.each(['???', 'x'.repeat(41)])('given %j, then what would be accepted is told', (words) => {
    const said = ratingSaid(words);
    expect(E.isLeft(said) && said.left).toContain(`"${words}" is no rating; accepted: Red, Amber`);
  });
});

describe('a timescale as people say it', () => {
  const said = (words: string, dates = {}) => timescaleSaid(must(Text)(words), dates);

  it('given words with a date, then the date is in it', () => {
    expect(said('by September 2026')).toEqual({
      asWritten: 'by September 2026',
      latest: '2026-09-30',
    });
  });

  it('given words without one, then they are kept as they are', () => {
    expect(said('when the roof is mended')).toEqual({ asWritten: 'when the roof is mended' });
  });

  it('given dates beside the words, then those count', () => {
    const dates = {
      earliest: must(LocalDate)('2026-10-01'),
      latest: must(LocalDate)('2026-12-31'),
    };
    expect(said('by September 2026', dates)).toEqual({ asWritten: 'by September 2026', ...dates });
  });
});
