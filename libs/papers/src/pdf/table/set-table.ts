import type { Look } from '../kit/look.ts';
import type { Sheet } from '../kit/sheet.ts';
import { linesOf } from '../kit/text-blocks.ts';
import type { Line } from '../kit/wrap-lines.ts';
import { padding } from './column-widths.ts';
import type { Cell, Column, Table } from './table.ts';

/** A line of a cell; `paragraph` counts from nought, and a paragraph after the first has some room above it. */
export type SetLine = Readonly<{ line: Line; paragraph: number; top: number }>;

export type SetCell = Readonly<{
  cell: Cell;
  look: Look;
  left: number;
  width: number;
  lines: ReadonlyArray<SetLine>;
}>;

/** A row with its words broken into lines: `height` is that of all of it. */
export type SetRow = Readonly<{ cells: ReadonlyArray<SetCell>; height: number }>;

export type SetTable = Readonly<{
  table: Table;
  head: SetRow;
  rows: ReadonlyArray<SetRow>;
}>;

const betweenParagraphs = 3;

type Place = Readonly<{ left: number; width: number; align?: 'end' }>;

const placesOf = (sheet: Sheet, table: Table): ReadonlyArray<Place> => {
  const { columns, widths } = table;
  return columns.map(({ align }, index) => ({
    left: sheet.area.left + widths.slice(0, index).reduce((sum, one) => sum + one, 0),
    width: widths[index] ?? 0,
    ...(align === undefined ? {} : { align }),
  }));
};

const setCell = (sheet: Sheet, cell: Cell, place: Place, head: boolean): SetCell => {
  const look = {
    ...(head || cell.bold === true ? sheet.looks.cellHead : sheet.looks.cell),
    ...(cell.ink === undefined ? {} : { ink: cell.ink }),
  };
  const inside = place.width - 2 * padding.across;
  let top = padding.down;
  const lines = cell.paragraphs.flatMap((words, paragraph) => {
    if (paragraph > 0) top += betweenParagraphs;
    return linesOf(sheet, look, words, inside).map((line): SetLine => {
      const at = top;
      top += look.leading;
      return { line, paragraph, top: at };
    });
  });
  return { cell: { ...place, ...cell }, look, left: place.left, width: place.width, lines };
};

const heightOf = ({ lines, look }: SetCell): number =>
  (lines.at(-1)?.top ?? padding.down) + look.leading + padding.down;

const setRow = (
  sheet: Sheet,
  places: ReadonlyArray<Place>,
  cells: ReadonlyArray<Cell>,
  head = false,
): SetRow => {
  const set = places.map((place, index) =>
    setCell(sheet, cells[index] ?? { paragraphs: [] }, place, head),
  );
  return { cells: set, height: Math.max(...set.map(heightOf)) };
};

const headCell = ({ heading, align }: Column): Cell => ({
  paragraphs: [heading],
  ...(align === undefined ? {} : { align }),
});

/** A table with every word in its place, before it is known on which page. */
export const setTable = (sheet: Sheet, table: Table): SetTable => {
  const places = placesOf(sheet, table);
  return {
    table,
    head: setRow(sheet, places, table.columns.map(headCell), true),
    rows: table.rows.map((cells) => setRow(sheet, places, cells)),
  };
};
