import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnGroups, columnWidths, type Wanted } from './column-widths.ts';

const free = (share: number, least = 0): Wanted => ({ share, least, most: Infinity });

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0);

describe('the widths of columns', () => {
  it.each<readonly [string, ReadonlyArray<Wanted>, ReadonlyArray<number>]>([
    ['room for all', [free(1), free(3)], [100, 300]],
    ['one that needs more', [free(1, 160), free(1), free(2)], [160, 80, 160]],
    ['one that needs less', [{ share: 2, least: 10, most: 40 }, free(1), free(1)], [40, 180, 180]],
    [
      'none that takes the rest',
      [
        { share: 1, least: 0, most: 50 },
        { share: 1, least: 0, most: 60 },
      ],
      [50, 60],
    ],
    ['too little for all', [free(1, 300), free(1, 500)], [150, 250]],
    // By shares 100, 100 and 200; what the third could do without goes to both others, and is enough for the first.
    [
      'one that needs more, one that needs much less',
      [free(1, 120), free(1), { share: 2, least: 0, most: 100 }],
      [150, 150, 100],
    ],
    // The first takes 60 from both others, and then the third has no more than it can do with.
    [
      'one that needs much more, one that needs less',
      [free(1, 160), free(1), { share: 2, least: 0, most: 190 }],
      [160, 80, 160],
    ],
  ])('given %s', (_, wanted, expected) => {
    expect(columnWidths(wanted, 400)).toEqual(expected);
  });

  it('given any columns of which one takes the rest, then the whole is used, and none has too little', () => {
    const wanted = fc.record({
      share: fc.integer({ min: 1, max: 40 }),
      least: fc.integer({ min: 1, max: 60 }),
      more: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(wanted, { minLength: 1, maxLength: 8 }), (some) => {
        const columns = some.map(({ share, least, more }, index) => ({
          ...{ share, least },
          most: index === 0 ? Infinity : least + more,
        }));
        const widths = columnWidths(columns, 500);
        expect(sum(widths)).toBeCloseTo(500, 6);
        widths.forEach((width, index) => {
          const { least = 0, most = 0 } = columns[index] ?? {};
          expect(width).toBeGreaterThanOrEqual(least - 1e-6);
          expect(width).toBeLessThanOrEqual(most + 1e-6);
        });
      }),
    );
  });
});

describe('which columns stand side by side', () => {
  it.each<readonly [string, ReadonlyArray<number>, number, ReadonlyArray<ReadonlyArray<number>>]>([
    ['room for all', [100, 100, 200], 0, [[0, 1, 2]]],
    [
      'too many: the one that names the rows stands in each part',
      [100, 150, 150, 150, 150],
      0,
      [
        [0, 1, 2],
        [0, 3, 4],
      ],
    ],
    [
      'one that names the rows in the middle',
      [300, 90, 300],
      1,
      [
        [1, 0],
        [1, 2],
      ],
    ],
    ['one that is wider than all', [10, 900], 0, [[0, 1]]],
  ])('given %s', (_, least, rowHeader, expected) => {
    expect(columnGroups(least, rowHeader, 400)).toEqual(expected);
  });
});
