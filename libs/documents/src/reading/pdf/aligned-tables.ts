import type { Area } from './painted-on-page.ts';
import type { TextLine } from './text-lines.ts';

/** A table that only the places of its words show: lines of it, and where its columns begin. */
export type Aligned = Readonly<{ lines: ReadonlyArray<TextLine>; starts: ReadonlyArray<number> }>;

/** Words in two columns of a page, to be read one column after the other. */
export type TwoColumns = Readonly<{
  left: ReadonlyArray<TextLine>;
  right: ReadonlyArray<TextLine>;
}>;

export type Run =
  | Readonly<{ is: 'text'; lines: ReadonlyArray<TextLine> }>
  | Readonly<{ is: 'table'; table: Aligned }>
  | Readonly<{ is: 'columns'; columns: TwoColumns }>;

/** Columns begin at one place, give or take so many points. */
const near = 4;
/** So many rows, at least, make a table. */
const fewestRows = 3;
/** A table's lines stand no further apart than so many times the size of their letters. */
const mostApart = 4.5;

const isSplit = ({ segments }: TextLine): boolean => segments.length > 1;

/** Where segments begin, and how many do, from the left. */
const startsOf = (
  lines: ReadonlyArray<TextLine>,
): ReadonlyArray<Readonly<{ at: number; count: number }>> => {
  const starts: Array<{ at: number; count: number }> = [];
  for (const at of lines.flatMap(({ segments }) => segments.map(({ left }) => left))) {
    const known = starts.find((one) => Math.abs(one.at - at) <= near);
    if (known === undefined) starts.push({ at, count: 1 });
    else known.count += 1;
  }
  return starts.toSorted((a, b) => a.at - b.at);
};

/** How many lines from a place on may be of one table: near one another, each beginning where a column does. */
const reachFrom = (lines: ReadonlyArray<TextLine>, from: number): number => {
  let end = from;
  for (let at = from + 1; at < lines.length; at += 1) {
    const [before, line] = [lines[at - 1], lines[at]];
    if (before === undefined || line === undefined) break;
    if (line.y - before.y > mostApart * Math.max(before.size, line.size)) break;
    const columns = lines
      .slice(from, at)
      .filter(isSplit)
      .flatMap(({ segments }) => segments);
    const [first] = line.segments;
    const isOfColumn =
      first !== undefined && columns.some(({ left }) => Math.abs(left - first.left) <= near);
    const isShort = (first?.right ?? 0) - (first?.left ?? 0) < 0.5 * widthOf(lines.slice(from, at));
    if (!isSplit(line) && !(isOfColumn && isShort)) break;
    if (isSplit(line)) end = at;
    // The last row may go on over further lines.
    else if (at - end > 6) break;
    else if (isOfColumn) end = Math.max(end, at);
  }
  return end + 1;
};

const widthOf = (lines: ReadonlyArray<TextLine>): number => {
  const segments = lines.flatMap((line) => line.segments);
  return (
    Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ left }) => left))
  );
};

/** Two columns of prose: most lines of both are nearly as wide as their column. */
const twoColumns = (
  lines: ReadonlyArray<TextLine>,
  starts: ReadonlyArray<number>,
): TwoColumns | undefined => {
  const [, second] = starts;
  if (starts.length !== 2 || second === undefined || lines.length < 8) return undefined;
  const width = widthOf(lines);
  const part = (isRight: boolean): ReadonlyArray<TextLine> =>
    lines.flatMap((line) => {
      const segments = line.segments.filter(({ left }) => left >= second - near === isRight);
      return segments.length === 0 ? [] : [{ ...line, segments }];
    });
  const [left, right] = [part(false), part(true)];
  const isProse = (column: ReadonlyArray<TextLine>): boolean =>
    column.filter((line) => widthOf([line]) > 0.3 * width).length > 0.7 * column.length;
  return isProse(left) && isProse(right) ? { left, right } : undefined;
};

/** "3.2", "(iv)", "Action 14", "Priority 2:", "•": the number or sign of a heading or a list item. */
const numberMark =
  /^(?:[•–—-]|(?:\p{Lu}\p{L}{1,11} )?\(?(?:\p{N}{1,4}(?:\.\p{N}{1,3})*|[ivx]{1,5}|\p{L})[.:)]{0,2})$/u;

/** Lines that have a number and words, and nothing more: headings and lists, whose numbers are set off. */
const areNumbered = (split: ReadonlyArray<TextLine>): boolean =>
  split.every(({ segments }) => segments.length === 2) &&
  split.filter(({ segments }) => numberMark.test(segments[0]?.text ?? '')).length >
    0.7 * split.length;

/**
 * Where columns begin by what is left free between them from the first row to the last: whichever side of a column
 * its words are set to.
 */
const freeBetween = (split: ReadonlyArray<TextLine>): ReadonlyArray<number> => {
  const taken: Array<{ left: number; right: number }> = [];
  const segments = split.flatMap((line) => line.segments);
  for (const { left, right } of segments.toSorted((a, b) => a.left - b.left)) {
    const last = taken.at(-1);
    if (last !== undefined && left < last.right + 1) last.right = Math.max(last.right, right);
    else taken.push({ left, right });
  }
  return taken.map(({ left }) => left);
};

const columnsIn = (split: ReadonlyArray<TextLine>): ReadonlyArray<number> => {
  const aligned = startsOf(split)
    .filter(({ count }) => count >= Math.min(fewestRows, Math.ceil(split.length * 0.3)))
    .map(({ at }) => at);
  const free = freeBetween(split);
  const most = Math.max(...split.map(({ segments }) => segments.length));
  return free.length >= 2 && free.length >= Math.min(aligned.length, most) ? free : aligned;
};

const runFrom = (lines: ReadonlyArray<TextLine>, from: number): Run | undefined => {
  const own = lines.slice(from, reachFrom(lines, from));
  const split = own.filter(isSplit);
  const starts = columnsIn(split);
  if (split.length < fewestRows || starts.length < 2 || areNumbered(split)) return undefined;
  const columns = twoColumns(own, starts);
  return columns === undefined
    ? { is: 'table', table: { lines: own, starts } }
    : { is: 'columns', columns };
};

const linesIn = (run: Run): number => {
  switch (run.is) {
    case 'text':
      return run.lines.length;
    case 'table':
      return run.table.lines.length;
    case 'columns':
      return new Set([...run.columns.left, ...run.columns.right].map(({ y }) => y)).size;
  }
};

/** Parts lines, from the top, into prose, tables that are not drawn, and prose in two columns. */
export const runsOf = (lines: ReadonlyArray<TextLine>): ReadonlyArray<Run> => {
  const runs: Array<Run> = [];
  let text: Array<TextLine> = [];
  const endText = (): void => {
    if (text.length > 0) runs.push({ is: 'text', lines: text });
    text = [];
  };
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const run = isSplit(line) ? runFrom(lines, at) : undefined;
    if (run === undefined) {
      text.push(line);
      at += 1;
    } else {
      endText();
      runs.push(run);
      at += linesIn(run);
    }
  }
  endText();
  return runs;
};

/** A row of a table that is not drawn: the lines of each of its cells. */
export type AlignedRow = Readonly<{
  top: number;
  bottom: number;
  cells: ReadonlyArray<ReadonlyArray<TextLine>>;
}>;

const columnAt = (starts: ReadonlyArray<number>, left: number): number =>
  Math.max(
    0,
    starts.findLastIndex((start) => start <= left + near),
  );

/** The step from line to line that is still within a row: a little more than the smallest there is. */
const withinRow = (lines: ReadonlyArray<TextLine>): number => {
  const gaps = lines.slice(1).map(({ y }, at) => y - (lines[at]?.y ?? y));
  return Math.min(...gaps.filter((gap) => gap > 1)) * 1.25;
};

/** Whether rows are set apart by more than the lines within them. */
const areSetApart = (lines: ReadonlyArray<TextLine>, step: number): boolean =>
  lines.slice(1).some(({ y }, at) => y - (lines[at]?.y ?? y) > step);

/** The first column that is filled often enough for rows to begin with it. */
const leadColumn = (lines: ReadonlyArray<TextLine>, starts: ReadonlyArray<number>): number => {
  const columns = lines.map(
    ({ segments }) => new Set(segments.map(({ left }) => columnAt(starts, left))),
  );
  const found = starts.findIndex(
    (_, column) => columns.filter((own) => own.has(column)).length >= 0.3 * lines.length,
  );
  return Math.max(0, found);
};

/** The rows of a table that is not drawn: each begins where its first column does, or after a wider gap. */
export const alignedRows = (
  lines: ReadonlyArray<TextLine>,
  starts: ReadonlyArray<number>,
): ReadonlyArray<AlignedRow> => {
  const step = withinRow(lines);
  const apart = areSetApart(lines, step);
  const lead = leadColumn(lines, starts);
  const most = Math.max(...lines.map(({ segments }) => segments.length));
  const rows: Array<{ top: number; bottom: number; cells: Array<Array<TextLine>> }> = [];
  let before: TextLine | undefined;
  for (const line of lines) {
    const gap = before === undefined ? Infinity : line.y - before.y;
    const hasFirst = line.segments.some(({ left }) => columnAt(starts, left) <= lead);
    const row = rows.at(-1);
    // A line with words in most columns is no rest of another.
    const isFull = line.segments.length >= Math.max(3, 0.6 * most);
    const isNew = row === undefined || (isFull && hasFirst) || (apart ? gap > step : hasFirst);
    const own = isNew
      ? { top: line.y - line.size, bottom: line.y, cells: starts.map((): Array<TextLine> => []) }
      : row;
    if (isNew) rows.push(own);
    own.bottom = line.y + 0.3 * line.size;
    for (const segment of line.segments)
      own.cells[columnAt(starts, segment.left)]?.push({ ...line, segments: [segment] });
    before = line;
  }
  return rows;
};

/** Where columns begin, those too that hold nothing but colours: ratings that are no words. */
export const columnStarts = (
  { lines, starts }: Aligned,
  areas: ReadonlyArray<Area>,
): ReadonlyArray<number> => {
  const [top = 0, bottom = 0] = [lines[0]?.y, lines.at(-1)?.y];
  const width = widthOf(lines);
  const coloured = areas.filter(
    (area) =>
      area.hex !== undefined &&
      area.hex !== '#FFFFFF' &&
      area.bottom > top &&
      area.top < bottom &&
      area.right - area.left < 0.5 * width &&
      !starts.some((start) => start >= area.left - near && start <= area.right),
  );
  const lefts = coloured
    .map(({ left }) => left)
    .filter((left, _, all) => all.filter((one) => Math.abs(one - left) <= near).length > 1);
  const found = lefts.filter(
    (left, at) => lefts.findIndex((one) => Math.abs(one - left) <= near) === at,
  );
  return [...starts, ...found].toSorted((a, b) => a - b);
};
