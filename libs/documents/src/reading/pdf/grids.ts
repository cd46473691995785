import type { Painted, Rule } from './painted-on-page.ts';

/** A cell of a table that is drawn with lines. Points from the left and the top of the page. */
export type GridCell = Readonly<{
  row: number;
  column: number;
  rows: number;
  columns: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}>;

/** A table that is drawn with lines; its cells row by row. */
export type Grid = Readonly<{
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Where its columns begin, and the last one ends. */
  stops: ReadonlyArray<number>;
  cells: ReadonlyArray<GridCell>;
}>;

/** Lines so near are one. */
const near = 3;
/** A page with more lines is a drawing. */
const mostRules = 3_000;
const mostCells = 20_000;

/** Lines of one height that touch are one line. */
const mergedRules = (rules: ReadonlyArray<Rule>): ReadonlyArray<Rule> => {
  const merged: Array<{ at: number; from: number; to: number }> = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const last = merged.findLast(
      (one) => Math.abs(one.at - rule.at) < 1 && rule.from <= one.to + near,
    );
    if (last !== undefined && rule.from >= last.from - near) last.to = Math.max(last.to, rule.to);
    else merged.push({ ...rule });
    if (merged.length > mostRules) return [];
  }
  return merged.filter(({ from, to }) => to - from > near);
};

const crosses = (across: Rule, down: Rule): boolean =>
  down.at >= across.from - near &&
  down.at <= across.to + near &&
  across.at >= down.from - near &&
  across.at <= down.to + near;

type Drawn = Readonly<{ across: ReadonlyArray<Rule>; down: ReadonlyArray<Rule> }>;

/** Lines that hang together. */
const components = (
  across: ReadonlyArray<Rule>,
  down: ReadonlyArray<Rule>,
): ReadonlyArray<Drawn> => {
  const leftAcross = new Set(across);
  const leftDown = new Set(down);
  const found: Array<Drawn> = [];
  for (const start of across) {
    if (!leftAcross.delete(start)) continue;
    const own = { across: [start] };
    const downs: Array<Rule> = [];
    const waiting: Array<Rule> = [start];
    for (let rule = waiting.pop(); rule !== undefined; rule = waiting.pop()) {
      const one = rule;
      for (const vertical of [...leftDown].filter((other) => crosses(one, other))) {
        leftDown.delete(vertical);
        downs.push(vertical);
        for (const next of [...leftAcross].filter((other) => crosses(other, vertical))) {
          leftAcross.delete(next);
          own.across.push(next);
          waiting.push(next);
        }
      }
    }
    if (downs.length > 0 && own.across.length > 1) found.push({ across: own.across, down: downs });
  }
  return found;
};

/** Numbers with those near one another taken as one. */
const stopsOf = (numbers: ReadonlyArray<number>): ReadonlyArray<number> => {
  const stops: Array<number> = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = stops.at(-1);
    if (last === undefined || number - last > near) stops.push(number);
  }
  return stops;
};

/** Where lines end beyond the outermost that cross them, the table goes on without a line at its side. */
const withEnds = (
  stops: ReadonlyArray<number>,
  rules: ReadonlyArray<Rule>,
): ReadonlyArray<number> => {
  const first = Math.min(...rules.map(({ from }) => from));
  const last = Math.max(...rules.map(({ to }) => to));
  const wide = 8;
  return [
    ...(first < (stops[0] ?? first) - wide ? [first] : []),
    ...stops,
    ...(last > (stops.at(-1) ?? last) + wide ? [last] : []),
  ];
};

const isDrawn = (rules: ReadonlyArray<Rule>, at: number, middle: number): boolean =>
  rules.some(
    (rule) => Math.abs(rule.at - at) <= near && rule.from - 1 <= middle && middle <= rule.to + 1,
  );

const between = (stops: ReadonlyArray<number>, at: number): number =>
  ((stops[at] ?? 0) + (stops[at + 1] ?? 0)) / 2;

/** Cells that no line parts are one: so far to the right, then so far down as the whole width goes. */
const cellsOf = (
  { across, down }: Drawn,
  xs: ReadonlyArray<number>,
  ys: ReadonlyArray<number>,
): ReadonlyArray<GridCell> => {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const taken = new Set<number>();
  const cells: Array<GridCell> = [];
  const isPartedRight = (row: number, column: number): boolean =>
    isDrawn(down, xs[column + 1] ?? 0, between(ys, row));
  const isPartedBelow = (row: number, column: number): boolean =>
    isDrawn(across, ys[row + 1] ?? 0, between(xs, column));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let wide = 1;
      while (
        column + wide < columns &&
        !isPartedRight(row, column + wide - 1) &&
        !taken.has(row * columns + column + wide)
      )
        wide += 1;
      const span = Array.from({ length: wide }, (_, more) => column + more);
      let high = 1;
      while (row + high < rows && span.every((one) => !isPartedBelow(row + high - 1, one)))
        high += 1;
      for (let below = 0; below < high; below += 1)
        for (const one of span) taken.add((row + below) * columns + one);
      cells.push({
        row: row + 1,
        column: column + 1,
        rows: high,
        columns: wide,
        left: xs[column] ?? 0,
        right: xs[column + wide] ?? 0,
        top: ys[row] ?? 0,
        bottom: ys[row + high] ?? 0,
      });
    }
  }
  return cells;
};

/** The tables that a page draws with lines, each of two cells at least; from the top. */
export const gridsOn = ({ across, down }: Painted): ReadonlyArray<Grid> => {
  const found = components(mergedRules(across), mergedRules(down));
  return found
    .flatMap((drawn): ReadonlyArray<Grid> => {
      const xs = withEnds(stopsOf(drawn.down.map(({ at }) => at)), drawn.across);
      const ys = withEnds(stopsOf(drawn.across.map(({ at }) => at)), drawn.down);
      if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > mostCells) return [];
      const cells = cellsOf(drawn, xs, ys);
      if (cells.length < 2) return [];
      const [left = 0, right = 0] = [xs[0], xs.at(-1)];
      const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
      return [{ left, right, top, bottom, stops: xs, cells }];
    })
    .toSorted((a, b) => a.top - b.top);
};
