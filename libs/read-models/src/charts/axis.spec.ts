import { describe, expect, it } from 'vitest';
import { axisDomain, shownLabels } from './axis.ts';

describe('from where to where an axis goes', () => {
  it.each([
    ['nought costs little', [20, 100], [0, 100]],
    ['nought would cost much', [90, 100], [89, 101]],
    ['one value', [50], [45, 55]],
    ['below nought', [-10, 10], [-12, 12]],
    ['nothing but nought', [0, 0], [0, 1]],
    ['no values', [], [0, 1]],
  ])('given %s', (_, numbers, expected) => {
    expect(axisDomain(numbers)).toEqual(expected);
  });
});

describe('which labels an axis shows', () => {
  it.each([
    // Five of 28 need 140.
    [140, [0, 1, 2, 3, 4]],
    [139, [0, 2, 4]],
    [69, [1, 4]],
    [10, [4]],
  ])('given five labels in a room of %d, then those at %j', (room, expected) => {
    expect(shownLabels(5, 28, room)).toEqual(expected);
  });

  it('given no labels, then none', () => {
    expect(shownLabels(0, 28, 100)).toEqual([]);
  });
});
