import { columnWidths, gap } from './column-widths.ts';
import { safe, type Terminal } from './terminal.ts';
import { shortened, textWidth } from './text-width.ts';
import { hanging, wrapped } from './wrapped.ts';

/** A column of a table. */
export type Column = Readonly<{
  heading: string;
  /** Words that wrap, or that are shortened to one line, where there is no room for them. */
  fit?: 'wrap' | 'shorten';
  /** Other columns are left out before this one is narrower than that. */
  ample?: number;
  /** Left out where the terminal is too narrow for all; the last such column goes first. */
  spare?: boolean;
  /** Colours a cell, once it is laid out. */
  paint?: (cell: string) => string;
}>;

/** Words that stand across all columns, as a heading of the rows below; a minor one is under another. */
export type Across = Readonly<{ heading: string; minor: boolean }>;

/** Cells, one a column; or a heading between rows. */
export type Row = ReadonlyArray<string> | Across;

type Cells = ReadonlyArray<string>;

const isCells = (row: Row): row is Cells => !('heading' in row);

const widest = (cells: ReadonlyArray<string>): number =>
  Math.max(0, ...cells.flatMap((cell) => cell.split('\n')).map(textWidth));

type Layout = Readonly<{ places: ReadonlyArray<number>; widths: ReadonlyArray<number> }>;

const layoutOf = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<Cells>,
  places: ReadonlyArray<number>,
  total: number,
): Layout | undefined => {
  const wishes = places.map((place) => ({
    natural: widest([columns[place]?.heading ?? '', ...rows.map((row) => row[place] ?? '')]),
    flexible: columns[place]?.fit !== undefined,
  }));
  const isLast = !places.some((place) => columns[place]?.spare === true);
  const ample = wishes.map((wish, at) => {
    const least = columns[places[at] ?? 0]?.ample;
    return least === undefined || isLast ? wish : { ...wish, least };
  });
  const widths = columnWidths(ample, total);
  if (widths !== undefined) return { places, widths };
  const spare = places.findLast((place) => columns[place]?.spare === true);
  return spare === undefined
    ? undefined
    : layoutOf(
        columns,
        rows,
        places.filter((place) => place !== spare),
        total,
      );
};

const linesIn = (cell: string, width: number, fit: Column['fit']): ReadonlyArray<string> =>
  fit === 'shorten' ? [shortened(cell, width)] : wrapped(width, cell);

const padded = (line: string, width: number): string =>
  line + ' '.repeat(Math.max(0, width - textWidth(line)));

const rowLines = (
  columns: ReadonlyArray<Column>,
  { places, widths }: Layout,
  row: Cells,
): ReadonlyArray<string> => {
  const cells = places.map((place, at) =>
    linesIn(row[place] ?? '', widths[at] ?? 0, columns[place]?.fit),
  );
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, at) => {
        const text = lines[line] ?? '';
        const paint = columns[places[at] ?? 0]?.paint;
        const cell = padded(text, widths[at] ?? 0);
        return paint === undefined || text === '' ? cell : cell.replace(text, () => paint(text));
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
};

/** A row as lines "Heading: cell": for a terminal that has no room for columns. */
const stacked = (
  columns: ReadonlyArray<Column>,
  { width }: Terminal,
  row: Cells,
): ReadonlyArray<string> => [
  ...columns.flatMap(({ heading }, place) => {
    const cell = row[place] ?? '';
    return cell === '' ? [] : hanging(width, heading === '' ? '' : `${heading}: `, cell);
  }),
  '',
];

const across = (
  { colours, width }: Terminal,
  { heading, minor }: Across,
): ReadonlyArray<string> => {
  const line = shortened(safe(heading), width);
  return minor ? [colours.dim(line)] : ['', colours.bold(line)];
};

/** Rows as a table that fits the terminal's width, whatever it is; columns with nothing in them stay away. */
export const table = (
  terminal: Terminal,
  columns: ReadonlyArray<Column>,
  given: ReadonlyArray<Row>,
): string => {
  const rows = given.map((row): Row => (isCells(row) ? row.map(safe) : row));
  const cells = rows.filter(isCells);
  const filled = columns
    .map((_, place) => place)
    .filter((place) => cells.some((row) => (row[place] ?? '') !== ''));
  const layout = layoutOf(columns, cells, filled, terminal.width);
  const head =
    layout === undefined
      ? []
      : rowLines(
          columns.map(({ heading, fit }) => ({ heading, ...(fit === undefined ? {} : { fit }) })),
          layout,
          columns.map(({ heading }) => heading),
        ).map(terminal.colours.bold);
  const lines = rows.flatMap((row) => {
    if (!isCells(row)) return across(terminal, row);
    return layout === undefined ? stacked(columns, terminal, row) : rowLines(columns, layout, row);
  });
  return [...head, ...lines].join('\n').trimEnd();
};
