import { describe, expect, it } from 'vitest';
import { paperRating } from '../paper/blocks.ts';
import type { PaperCell, PaperTable } from '../paper/board-paper.ts';
import { tableWidths } from './table-widths.ts';

const empty: PaperCell = { _tag: 'Words', paragraphs: [] };

const tableOf = (
  columns: ReadonlyArray<readonly [head: string, share: number]>,
  cells: ReadonlyArray<PaperCell> = columns.map(() => empty),
): PaperTable => ({
  _tag: 'Table',
  summary: '',
  columns: columns.map(([head, share]) => ({ head, share, align: 'start' })),
  rows: [cells],
  rowHead: 0,
});

// A word of n letters needs n × 130 twentieths of a point, and 2 × 85 beside it.
describe('the widths of columns in Word', () => {
  it('given room for all heads, then by their shares', () => {
    expect(
      tableWidths(
        tableOf([
          ['Ref', 1],
          ['Action', 3],
        ]),
        8000,
      ),
    ).toEqual([2000, 6000]);
  });

  it('given a head that its share is too narrow for, then as wide as it needs; the others have the rest', () => {
    // "Ref": 3 × 130 + 170 = 560, and not 450; 8440 are left for 19 parts.
    expect(
      tableWidths(
        tableOf([
          ['Ref', 1],
          ['Action', 11],
          ['Latest note', 8],
        ]),
        9000,
      ),
    ).toEqual([560, 4886, 3553]);
  });

  it('given a rest that is too narrow for another, then that one too', () => {
    // "Ref" needs 560; of the 1640 that are left five ninths are 911, and "changed" needs 7 × 130 + 170 = 1080.
    expect(
      tableWidths(
        tableOf([
          ['Ref', 1],
          ['What changed', 5],
          ['Do', 4],
        ]),
        2200,
      ),
    ).toEqual([560, 1080, 560]);
  });

  it('given ratings, then room for the longest that most plans use', () => {
    const rating: PaperCell = { _tag: 'Rating', rating: paperRating('Red') };
    // 11 × 130 + 170 = 1600.
    expect(
      tableWidths(
        tableOf(
          [
            ['Rating', 1],
            ['Action', 9],
          ],
          [rating, empty],
        ),
        9000,
      ),
    ).toEqual([1600, 7400]);
  });

  it('given too little for all heads, then by their shares after all', () => {
    expect(
      tableWidths(
        tableOf([
          ['Indicators', 1],
          ['Comparators', 1],
        ]),
        1000,
      ),
    ).toEqual([500, 500]);
  });
});
