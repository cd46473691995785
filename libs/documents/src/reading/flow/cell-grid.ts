import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';

/** Follows which columns of a table's grid the merged cells of the rows above still cover. */
export type CellGrid = Readonly<{
  nextRow: () => void;
  /** The next column, from 1, that no cell covers; the cell covers so many columns from there and rows from here. */
  place: (columns: number, rows: number) => number;
}>;

export const cellGrid = (name: string): CellGrid => {
  let covered = new Map<number, number>();
  let below = new Map<number, number>();
  let column = 1;
  return {
    nextRow: () => {
      covered = below;
      below = new Map([...covered].flatMap(([at, rows]) => (rows > 1 ? [[at, rows - 1]] : [])));
      column = 1;
    },
    place: (columns, rows) => {
      while (covered.has(column)) column += 1;
      const first = column;
      column += columns;
      if (column - 1 > limits.columns) {
        const seen = column - 1;
        refuse({
          _tag: 'OverLimit',
          name,
          part: 'a table',
          what: 'columns',
          seen,
          limit: limits.columns,
        });
      }
      if (rows > 1) {
        for (let at = first; at < column; at += 1) below.set(at, rows - 1);
      }
      return first;
    },
  };
};
