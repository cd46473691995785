import type { Area } from './cell-reference.ts';

/**
 * Answers row by row, downwards, which of many rectangles reach into a row: a rectangle is looked at when its rows come,
 * however many there are.
 * @returns asked of each row once, with rows in their order
 */
export const rowSweep = <A extends Readonly<{ area: Area }>>(
  items: ReadonlyArray<A>,
): ((row: number) => ReadonlyArray<A>) => {
  const waiting = items.toSorted((a, b) => a.area.first.row - b.area.first.row);
  let next = 0;
  let active: ReadonlyArray<A> = [];
  let soonestEnd = Infinity;
  return (row) => {
    const begun: Array<A> = [];
    for (let item = waiting[next]; item !== undefined; item = waiting[next]) {
      if (item.area.first.row > row) break;
      if (item.area.last.row >= row) begun.push(item);
      next += 1;
    }
    if (begun.length > 0 || row > soonestEnd) {
      active = [...active.filter(({ area }) => area.last.row >= row), ...begun];
      soonestEnd = active.reduce((least, { area }) => Math.min(least, area.last.row), Infinity);
    }
    return active;
  };
};
