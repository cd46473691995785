import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area } from './cell-reference.ts';
import { areaInWords, areasOf } from './cell-reference.ts';
import { mergedCells } from './merged-cells.ts';
import { rowSweep } from './row-sweep.ts';

const within = (area: Area, row: number, column: number): boolean =>
  area.first.row <= row &&
  row <= area.last.row &&
  area.first.column <= column &&
  column <= area.last.column;

const area = fc
  .tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 4 }), fc.nat({ max: 4 }))
  .map(([row, column, rows, columns]): Area => ({
    first: { row: row + 1, column: column + 1 },
    last: { row: row + 1 + rows, column: column + 1 + columns },
  }));

describe('given rectangles of cells', () => {
  it('when rows are asked one after another then those that reach into each are told', () => {
    fc.assert(
      fc.property(
        fc.array(area, { maxLength: 12 }),
        fc.uniqueArray(fc.nat({ max: 16 })),
        (areas, rows) => {
          const reaching = rowSweep(areas.map((one) => ({ area: one })));
          for (const row of rows.toSorted((a, b) => a - b)) {
            const expected = areas.filter(({ first, last }) => first.row <= row && row <= last.row);
            expect(new Set(reaching(row).map((one) => one.area))).toEqual(new Set(expected));
          }
        },
      ),
    );
  });

  it('when merged cells overlap then the uppermost counts, and no cell is covered by two', () => {
    const coveredBy = mergedCells(areasOf('B2:C3 A1:B2 C4:D4 C3:C4'));
    const told = [1, 2, 3, 4].map((row) => {
      const onRow = coveredBy(row);
      return [1, 2, 3, 4].map((column) => {
        const found = onRow(column);
        return found === undefined ? '-' : areaInWords(found);
      });
    });
    expect(told).toEqual([
      ['A1:B2', 'A1:B2', '-', '-'],
      ['A1:B2', 'A1:B2', '-', '-'],
      ['-', '-', 'C3:C4', '-'],
      ['-', '-', 'C3:C4', '-'],
    ]);
  });

  it('when merged cells are apart then each cell has the one that it is in', () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 12 }), (areas) => {
        const coveredBy = mergedCells(areas);
        for (let row = 1; row <= 15; row += 1) {
          const onRow = coveredBy(row);
          for (let column = 1; column <= 15; column += 1) {
            const found = onRow(column);
            const possible = areas.filter((one) => within(one, row, column));
            expect(found === undefined || possible.includes(found)).toBe(true);
            if (areas.length === 1) expect(found === undefined).toBe(possible.length === 0);
          }
        }
      }),
    );
  });
});
