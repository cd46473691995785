import type { SampleRows } from '../proposal/column.ts';
import { cutTo } from '../reconcile/words-of.ts';
import { cellAt, type GridCell, type GridRow, isFilled } from './table-grid.ts';

const most = 3;
const longest = 200;

/** A cell as words; a colour without words is said, since it may be all that there is. */
const wordsOf = ({ text, fill }: GridCell): string => {
  if (text === '' && fill !== undefined) return `(coloured ${fill.hex})`;
  return text.length <= longest ? text : `${cutTo(text, longest - 1)}…`;
};

const wordsAt = (row: GridRow, column: number): string => {
  const cell = cellAt(row, column);
  return cell === undefined ? '' : wordsOf(cell);
};

/** Three rows for a reader to tell by what a column means: the first in which it says something, whole. */
export const sampleRows = (
  heads: GridRow,
  body: ReadonlyArray<GridRow>,
  column: number,
): SampleRows => {
  const rows = body.filter((row) => row.some((cell) => cell.column === column && isFilled(cell)));
  const some = rows.slice(0, most);
  const columns = [...new Set([heads, ...some].flatMap((row) => row.map((cell) => cell.column)))];
  const inOrder = columns.toSorted((a, b) => a - b);
  return {
    heads: inOrder.map((one) => wordsAt(heads, one)),
    rows: some.map((row) => inOrder.map((one) => wordsAt(row, one))),
  };
};
