import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessesAmong } from './likeness.ts';

const likeness = (a: string, b: string): number | undefined => likenessesAmong([b])(a, 0)[0]?.[1];

describe('the likeness of two wordings', () => {
  // Twice the words in common, over the words of both (L. R. Dice, 1945), counted by hand.
  it.each([
    ['Open the school gates', 'Open the school gates', 1],
    ['Open the school gates', 'OPEN the school-gates!', 1],
    ['Open the school gates', 'Open all school gates', 6 / 8],
    ['Open the school gates', 'Close the park', 2 / 7],
    ['Open', 'Close', 0],
    ['the the the', 'the', 1],
    ['', '', 1],
    ['', 'Open', 0],
    ['Café für alle', 'café FÜR alle', 1],
  ])('given "%s" and "%s", then it is %d', (a, b, expected) => {
    expect(likeness(a, b)).toBe(expected);
  });

  it('given any two, then it is the same from either side, and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('given several, then those that are alike enough are told by their places', () => {
    const among = likenessesAmong(['Open the park', 'Close it', 'Open the gates', '']);
    expect(among('Open the park', 0.6)).toEqual([
      [0, 1],
      [2, 4 / 6],
    ]);
    // Asked again, nothing is left of the question before.
    expect(among('', 0.5)).toEqual([[3, 1]]);
  });
});
