import type { NamedColumns } from './columns-of.ts';
import type { Shades } from './place.ts';
import { areBands, type SaysColour, withoutShade } from './row-colours.ts';
import type { TableCell, TableRow } from './table-rows.ts';

/** Which columns' colours rate the actions of a table, and what is to be said of it. */
export type ColouredColumns = Readonly<{ coloured: ReadonlySet<number>; message?: string }>;

const none: ColouredColumns = { coloured: new Set() };

const several: ColouredColumns = {
  ...none,
  message:
    'No column of this table is for ratings, and cells of several columns are coloured, each in its own way: no rating is taken from them. Call the column of ratings "RAG".',
};

/** A cell whose colour rates. */
type Rated = Readonly<{ column: number; hex: string; rating: string }>;

const ratedCells =
  (says: SaysColour, shades: Shades) =>
  (row: TableRow): ReadonlyArray<Rated> =>
    row.cells.map(withoutShade(shades, row)).flatMap((cell): ReadonlyArray<Rated> => {
      const { fill } = cell;
      if (fill === undefined || fill.by === 'words' || fill.by === 'highlight') return [];
      const said = says(cell);
      return said._tag === 'Rated'
        ? [{ column: cell.column, hex: fill.hex, rating: said.rating }]
        : [];
    });

const columnsIn = (rows: ReadonlyArray<ReadonlyArray<Rated>>): ReadonlyArray<number> => [
  ...new Set(rows.flatMap((row) => row.map(({ column }) => column))),
];

/** Whether a column's colour is not the same in all rows. */
const varies = (rows: ReadonlyArray<ReadonlyArray<Rated>>, column: number): boolean =>
  new Set(rows.map((row) => row.find((cell) => cell.column === column)?.hex)).size > 1;

/** The colour of a column of owners or dates is about those. */
const mayRate =
  ({ meanings, headless }: NamedColumns) =>
  (column: number): boolean => {
    const meaning = meanings.get(column);
    return headless.has(column) || meaning === 'ref' || meaning === 'action' || meaning === 'notes';
  };

const headerFill = (header: TableRow, column: number): string | undefined =>
  header.cells.find((cell) => column >= cell.column && column < cell.column + cell.columns)?.fill
    ?.hex;

const nameOf = (header: TableRow, columns: ReadonlyArray<number>): string => {
  const heads = columns.flatMap((column) =>
    header.cells.filter((cell) => cell.column === column && cell.text !== ''),
  );
  const [only] = heads.map(({ text }: TableCell) => text.replace(/\s+/gu, ' '));
  return columns.length === 1 && only !== undefined ? `the column "${only}"` : 'its cells';
};

/** Whether colours that agree within each row mean anything: they differ, or the header has another. */
const rates = (
  says: SaysColour,
  header: TableRow,
  rows: ReadonlyArray<ReadonlyArray<Rated>>,
  columns: ReadonlyArray<number>,
): boolean => {
  const ofRows = rows.map((row) => row.find(({ column }) => columns.includes(column)));
  const ratings = new Set(ofRows.flatMap((cell) => (cell === undefined ? [] : [cell.rating])));
  if (
    areBands(
      says,
      ofRows.map((cell) => cell?.hex),
    )
  )
    return false;
  if (ratings.size > 1) return true;
  const isAll = ofRows.every((cell) => cell !== undefined);
  if (isAll && ratings.has('Complete')) return false;
  return ofRows.some((cell) => cell !== undefined && headerFill(header, cell.column) !== cell.hex);
};

/**
 * Where a table has no column for ratings, but colours one of its columns, or its rows, as ratings are coloured: which
 * columns those are. A header's colour, bands, and one blue for everything rate nothing.
 * @param body the rows of actions
 */
export const colouredColumns = (
  says: SaysColour,
  header: TableRow,
  body: ReadonlyArray<TableRow>,
  named: NamedColumns,
  shades: Shades,
): ColouredColumns => {
  const rows = body.map(ratedCells(says, shades));
  const all = columnsIn(rows);
  if (named.ratings.length > 0 || all.length === 0) return none;
  const varied = all.filter((column) => varies(rows, column));
  const used = varied.length === 0 ? all : varied;
  if (!rates(says, header, rows, used)) return none;
  const agree = rows.every(
    (row) =>
      new Set(row.filter(({ column }) => used.includes(column)).map(({ hex }) => hex)).size < 2,
  );
  if (!agree || !used.some(mayRate(named))) return several;
  return {
    coloured: new Set(used),
    message: `No column of this table is for ratings: they are taken from the colours of ${nameOf(header, used)}. Where these mean something else, write the ratings in words.`,
  };
};
