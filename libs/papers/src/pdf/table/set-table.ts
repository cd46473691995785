import { looks, type Look } from '../kit/look.ts';
import type { Sheet } from '../kit/sheet.ts';
import { linesOf, runsOf } from '../kit/text-blocks.ts';
import { type Line, unbreakable } from '../kit/wrap-lines.ts';
import type { Cell, Column, Table } from './table.ts';

/** Room between a cell's edge and its words, points. */
export const padding = { across: 5, down: 3.5 };

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

/** A word that is wider than this may be broken. */
const widestWord = 90;

/** What a column needs so that no word in it is broken, as far as words are of a common length. */
const leastWidth = (sheet: Sheet, { columns, rows }: Table, index: number): number => {
  const widest = (look: Look, text: string): number =>
    Math.max(...unbreakable(text).map((word) => sheet.measure(look)(word, false)));
  const words = rows.flatMap((cells) => {
    const cell = cells[index];
    const look = cell?.bold === true ? looks.cellHead : looks.cell;
    return (cell?.paragraphs ?? []).flatMap((paragraph) =>
      runsOf(paragraph).map(({ text }) => widest(look, text)),
    );
  });
  const head = widest(looks.cellHead, columns[index]?.heading ?? '');
  return Math.min(Math.max(head, ...words), widestWord) + 2 * padding.across + 1;
};

/**
 * Widths by the columns' shares, where every column has at least what it needs: what one lacks the others give. Where
 * there is not enough for all, each has its part of what all need.
 */
export const columnWidths = (
  shares: ReadonlyArray<number>,
  least: ReadonlyArray<number>,
  whole: number,
): ReadonlyArray<number> => {
  const needed = least.reduce((sum, one) => sum + one, 0);
  if (needed >= whole) return least.map((one) => (one * whole) / needed);
  let fixed = new Set<number>();
  for (;;) {
    const taken = least.reduce((sum, one, index) => sum + (fixed.has(index) ? one : 0), 0);
    const open = shares.reduce((sum, one, index) => sum + (fixed.has(index) ? 0 : one), 0);
    const widths = shares.map((share, index) =>
      fixed.has(index) ? (least[index] ?? 0) : ((whole - taken) * share) / open,
    );
    const narrow = widths.flatMap((width, index) =>
      !fixed.has(index) && width < (least[index] ?? 0) ? [index] : [],
    );
    if (narrow.length === 0) return widths;
    fixed = new Set([...fixed, ...narrow]);
  }
};

const placesOf = (sheet: Sheet, table: Table, whole: number): ReadonlyArray<Place> => {
  const widths = columnWidths(
    table.columns.map(({ share }) => share),
    table.columns.map((_, index) => leastWidth(sheet, table, index)),
    whole,
  );
  return table.columns.map(({ align }, index) => ({
    left: sheet.area.left + widths.slice(0, index).reduce((sum, one) => sum + one, 0),
    width: widths[index] ?? 0,
    ...(align === undefined ? {} : { align }),
  }));
};

const setCell = (sheet: Sheet, cell: Cell, place: Place, head: boolean): SetCell => {
  const look = {
    ...(head || cell.bold === true ? looks.cellHead : looks.cell),
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
  const whole = Math.min(table.width ?? Infinity, sheet.area.right - sheet.area.left);
  const places = placesOf(sheet, table, whole);
  return {
    table,
    head: setRow(sheet, places, table.columns.map(headCell), true),
    rows: table.rows.map((cells) => setRow(sheet, places, cells)),
  };
};
