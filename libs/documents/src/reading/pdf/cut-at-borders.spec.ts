import { describe, expect, it } from 'vitest';
import { cutAtBorders } from './cut-at-borders.ts';
import type { Grid } from './grids.ts';

/** A row of cells whose borders stand at these places. */
const gridOf = (...stops: ReadonlyArray<number>): Grid => ({
  left: stops[0] ?? 0,
  top: 0,
  right: stops.at(-1) ?? 0,
  bottom: 20,
  stops,
  cells: stops.slice(1).map((right, at) => ({
    row: 1,
    column: at + 1,
    rows: 1,
    columns: 1,
    left: stops[at] ?? 0,
    top: 0,
    right,
    bottom: 20,
  })),
});

/** Words whose letters are 5 points wide, at a place. */
const at = (x: number, text: string) => ({ text, x, y: 15, width: text.length * 5, size: 10 });

const cut = (grid: Grid, x: number, text: string) =>
  cutAtBorders(grid, [at(x, text)]).map((word) => [word.text, word.x]);

describe('words over the border between two cells', () => {
  it.each([
    ['1 Visit each school', 92, ['1', 'Visit each school']],
    ['31/03/2028 Amber', 48, ['31/03/2028', 'Amber']],
    ['Action 14 Bake bread', 52, ['Action 14', 'Bake bread']],
  ])(
    'given a number at the right of its cell in "%s", then it is parted from the rest',
    (text, x, parts) => {
      const found = cut(gridOf(0, 100, 300), x, text);
      expect(found.map(([words]) => words)).toEqual(parts);
      expect(found[1]?.[1]).toBe(100);
    },
  );

  it.each([
    ['words that run on into the next cell', 'Open the hall for all', 60],
    ['a number far from the border', '1 Visit each school', 20],
    ['words that end within their cell', '1 Visit', 20],
  ])('given %s, then they stay together', (_, text, x) => {
    expect(cut(gridOf(0, 100, 300), x, text)).toEqual([[text, x]]);
  });

  it('given no cell beside it, then words that run out of the table stay together', () => {
    expect(cut(gridOf(0, 100), 92, '1 Visit each school')).toEqual([['1 Visit each school', 92]]);
  });
});
