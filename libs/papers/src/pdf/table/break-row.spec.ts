import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looks } from '../kit/look.ts';
import { breakRow, type RowPart } from './break-row.ts';
import { padding } from './column-widths.ts';
import type { SetCell, SetRow } from './set-table.ts';

const { leading } = looks.cell;

const cellOf = (count: number, name: string): SetCell => ({
  cell: { paragraphs: ['-'] },
  look: looks.cell,
  left: 0,
  width: 100,
  lines: Array.from({ length: count }, (_, index) => ({
    line: [{ text: `${name}${index}` }],
    paragraph: 0,
    top: padding.down + index * leading,
  })),
});

const heightOf = (lines: number): number => Math.max(1, lines) * leading + 2 * padding.down;

const rowOf = (...counts: ReadonlyArray<number>): SetRow => ({
  cells: counts.map((count, index) => cellOf(count, 'abc'.charAt(index))),
  height: heightOf(Math.max(...counts)),
});

const told = (part: RowPart): ReadonlyArray<ReadonlyArray<string>> =>
  part.cells.map(({ lines }) => lines.map(({ line }) => line.map(({ text }) => text).join('')));

describe('a row that no page holds', () => {
  it('given room for all of it, then it stays whole', () => {
    expect(breakRow(rowOf(2, 1), heightOf(2))).toMatchObject({
      height: heightOf(2),
      rest: undefined,
    });
  });

  it('given room for three lines of five, then each cell goes over where it has to', () => {
    const part = breakRow(rowOf(5, 1), heightOf(3) + 1);
    expect(told(part)).toEqual([['a0', 'a1', 'a2'], ['b0']]);
    expect(part.height).toBe(heightOf(3));
    expect(part.rest?.height).toBe(heightOf(2));
    expect(part.rest?.cells[0]?.lines[0]).toMatchObject({ top: padding.down });
  });

  it('given that one line would be left alone, then two go over', () => {
    expect(told(breakRow(rowOf(5), heightOf(4)))).toEqual([['a0', 'a1', 'a2']]);
  });

  it('given no room at all, then one line stands there: a page cannot stay empty for ever', () => {
    expect(told(breakRow(rowOf(4, 2), 1))).toEqual([['a0'], ['b0']]);
  });

  it('given any row and pages, then every line stands once, in its order, and no part is too high', () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 3, max: 12 }),
        (counts, fit) => {
          const seen = counts.map((): Array<string> => []);
          let rest: SetRow | undefined = rowOf(...counts);
          while (rest !== undefined) {
            const part: RowPart = breakRow(rest, heightOf(fit));
            expect(part.height).toBeLessThanOrEqual(heightOf(fit));
            told(part).forEach((lines, index) => seen[index]?.push(...lines));
            rest = part.rest;
          }
          expect(seen).toEqual(
            counts.map((lines, index) =>
              Array.from({ length: lines }, (_, at) => `${'abc'.charAt(index)}${at}`),
            ),
          );
        },
      ),
    );
  });
});
