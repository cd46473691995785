import { describe, expect, it } from 'vitest';
import { gapBetween } from './gap-between.ts';

const spaced = (above: number, below: number, joins?: string) => ({ above, below, joins });

describe('the room between two paragraphs', () => {
  it.each([
    ['nothing before', undefined, spaced(6, 3), 6],
    ['more asked for above', spaced(0, 4), spaced(6, 0), 6],
    ['more asked for below', spaced(0, 8), spaced(6, 0), 8],
    ['two of one list', spaced(6, 8, 'bullets'), spaced(6, 8, 'bullets'), 0],
    ['two of other lists', spaced(6, 8, 'bullets'), spaced(6, 8, 'numbers'), 8],
    ['the first after a list', spaced(6, 8, 'bullets'), spaced(6, 8), 8],
  ])('given %s', (_, before, after, gap) => {
    expect(gapBetween(before, after)).toBe(gap);
  });
});
