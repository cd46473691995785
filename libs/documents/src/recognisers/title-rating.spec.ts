import { describe, expect, it } from 'vitest';
import { recogniseTitleRating } from './title-rating.ts';

describe('given a title', () => {
  it.each([
    ['Open the hall – AMBER', 'Open the hall', 'Amber'],
    ['Open the hall (Green)', 'Open the hall', 'Green'],
    ['Open the hall [on track]', 'Open the hall', 'Green'],
    ['Open the hall. RED', 'Open the hall', 'Red'],
  ])(
    'when it ends in a rating that is set off, "%s", then the two are parted',
    (words, title, rating) => {
      expect(recogniseTitleRating(words)).toMatchObject({ title, rating });
    },
  );

  it.each([
    'Paint the hall green',
    'Plant trees – more green',
    'Join the Red Cross',
    'Green',
    'Talk to the council (housing)',
  ])('when it only speaks of a colour, "%s", then it has no rating', (words) => {
    expect(recogniseTitleRating(words)).toBeUndefined();
  });
});
