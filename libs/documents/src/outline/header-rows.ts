import type { ColumnMeanings } from '../columns/column-meanings.ts';
import { isTimeAlone, readColumnHead } from '../recognisers/column-head.ts';
import { isHeader } from './column-meanings.ts';
import { filledCells, type TableCell, type TableRow } from './table-rows.ts';

/** A header: the row that names the fields, the row of groups above it, the row of parts below it. */
export type HeaderRows = Readonly<{
  /** Where in the table's rows it stands, from 0. */
  at: number;
  header: TableRow;
  groups?: TableRow;
  parts?: TableRow;
}>;

/** Heads are short; what is longer, or a sentence, stands in a table for itself. */
const longest = 60;

const isShort = ({ text }: TableCell): boolean => text.length <= longest && !/[.;]$/.test(text);

const widthOf = ({ cells }: TableRow): number =>
  Math.max(0, ...cells.map(({ column, columns }) => column + columns - 1));

const isBeside = (a: TableRow, b: TableRow): boolean => Math.abs(a.row - b.row) === 1;

/** Groups stand over some columns each; one cell over all of them is a title. */
const areGroups = (row: TableRow | undefined, header: TableRow): row is TableRow => {
  if (row === undefined || !isBeside(row, header)) return false;
  const filled = filledCells(row);
  const width = widthOf(header);
  const isPart = ({ column, columns }: TableCell): boolean =>
    columns > 1 && columns < width && column + columns - 1 <= width;
  const headed = new Set(filledCells(header).map(({ column }) => column));
  const overTimes = (cell: TableCell): boolean =>
    cell.columns === 1 &&
    cell.column > 1 &&
    headed.has(cell.column + 1) &&
    filledCells(header).some(({ column, text }) => column >= cell.column && isTimeAlone(text));
  return (
    filled.length > 0 &&
    filled.every(isShort) &&
    filled.some((cell) => isPart(cell) || overTimes(cell))
  );
};

/** Parts of heads stand under merged cells, or where the header is empty, and nowhere else. */
const areParts = (row: TableRow | undefined, header: TableRow): row is TableRow => {
  if (row === undefined || !isBeside(row, header)) return false;
  const filled = filledCells(row);
  const over = (column: number): TableCell | undefined =>
    header.cells.find((cell) => column >= cell.column && column < cell.column + cell.columns);
  return (
    filled.length > 0 &&
    filled.every((cell) => {
      const head = over(cell.column);
      if (!isShort(cell) || (head !== undefined && head.rows > 1)) return false;
      if (head !== undefined && head.columns > 1) {
        return readColumnHead(head.text)?.meaning !== 'action';
      }
      const isHead = isTimeAlone(cell.text) || readColumnHead(cell.text) !== undefined;
      const besideBlank = (over(cell.column + 1)?.text ?? 'x') === '';
      return isHead && (head === undefined || head.text === '' || besideBlank);
    })
  );
};

/** The headers of a table, in order; a table that goes on over pages may have its header again and again. */
export const headersOf = (
  rows: ReadonlyArray<TableRow>,
  chosen: ColumnMeanings,
): ReadonlyArray<HeaderRows> =>
  rows.flatMap((header, at): ReadonlyArray<HeaderRows> => {
    if (!isHeader(header, chosen)) return [];
    const [groups, parts] = [rows[at - 1], rows[at + 1]];
    return [
      {
        at,
        header,
        ...(areGroups(groups, header) && !isHeader(groups, chosen) ? { groups } : {}),
        ...(areParts(parts, header) && !isHeader(parts, chosen) ? { parts } : {}),
      },
    ];
  });
