import { limits } from '../limits.ts';
import type { Area } from './cell-reference.ts';
import { rowSweep } from './row-sweep.ts';

type Merge = Readonly<{ area: Area }>;

const overlap = (one: Area, other: Area): boolean =>
  one.first.column <= other.last.column &&
  other.first.column <= one.last.column &&
  one.first.row <= other.last.row &&
  other.first.row <= one.last.row;

/** Merged cells do not overlap in a sheet that Excel wrote: in another, the first of them counts. */
const apart = (areas: ReadonlyArray<Area>): ReadonlyArray<Merge> => {
  const kept: Array<Merge> = [];
  let reaching: Array<Area> = [];
  const inOrder = areas
    .filter(({ first }) => first.column <= limits.columns)
    .toSorted((a, b) => a.first.row - b.first.row || a.first.column - b.first.column);
  for (const area of inOrder) {
    reaching = reaching.filter(({ last }) => last.row >= area.first.row);
    if (reaching.some((other) => overlap(area, other))) continue;
    reaching.push(area);
    kept.push({ area });
  }
  return kept;
};

/**
 * Which merged cell covers a cell.
 * @returns asked row by row, downwards, and then of that row's columns
 */
export const mergedCells = (
  areas: ReadonlyArray<Area>,
): ((row: number) => (column: number) => Area | undefined) => {
  const reaching = rowSweep(apart(areas));
  let found: ReadonlyArray<Merge> = [];
  let byColumn: ReadonlyMap<number, Area> = new Map();
  return (row) => {
    const merges = reaching(row);
    if (merges !== found) {
      found = merges;
      const columns = new Map<number, Area>();
      for (const { area } of merges) {
        const last = Math.min(area.last.column, limits.columns);
        for (let column = area.first.column; column <= last; column += 1) columns.set(column, area);
      }
      byColumn = columns;
    }
    const here = byColumn;
    return (column) => here.get(column);
  };
};
