/** A cell by its row and column, each from 1. */
export type CellAt = Readonly<{ row: number; column: number }>;

/** A rectangle of cells, both ends within it. */
export type Area = Readonly<{ first: CellAt; last: CellAt }>;

/** The last cell of a sheet is XFD1048576 (Excel 2007 and later). */
export const lastCell: CellAt = { row: 1_048_576, column: 16_384 };

const a = 'A'.charCodeAt(0);

/** "C" for 3, "AA" for 27. */
export const columnName = (column: number): string =>
  column <= 26
    ? String.fromCharCode(a + column - 1)
    : columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1);

/** "C7". */
export const referenceOf = ({ row, column }: CellAt): string => `${columnName(column)}${row}`;

/** The cell of "C7" or "$C$7"; `undefined` where there is no such cell. Written as a loop: it is asked of every cell. */
export const cellAt = (reference: string): CellAt | undefined => {
  let column = 0;
  let row = 0;
  let digits = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code >= 65 && code <= 90 && digits === 0) column = column * 26 + code - 64;
    else if (code >= 48 && code <= 57 && column > 0) {
      row = row * 10 + code - 48;
      digits += 1;
    } else if (code !== 36) return undefined;
    if (column > lastCell.column || row > lastCell.row) return undefined;
  }
  return row === 0 ? undefined : { row, column };
};

const columnOf = (letters: string): number => cellAt(`${letters}1`)?.column ?? 0;

const wholeColumns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/u;
const wholeRows = /^\$?(\d{1,7}):\$?(\d{1,7})$/u;

const between = (one: CellAt, other: CellAt): Area => ({
  first: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
  last: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
});

/** The cells of "A1:C7", "B2", "A:C" or "3:5"; `undefined` where it says none. */
export const areaOf = (reference: string): Area | undefined => {
  const [start = '', end = start] = reference.split(':');
  const first = cellAt(start);
  const last = cellAt(end);
  if (first !== undefined && last !== undefined) return between(first, last);
  const [, from, to] = wholeColumns.exec(reference) ?? [];
  if (from !== undefined && to !== undefined) {
    const columns = [columnOf(from), columnOf(to)];
    if (columns.includes(0)) return undefined;
    return between(
      { row: 1, column: columns[0] ?? 1 },
      { row: lastCell.row, column: columns[1] ?? 1 },
    );
  }
  const [, top, bottom] = wholeRows.exec(reference) ?? [];
  const rows = [Number(top ?? 0), Number(bottom ?? 0)];
  if (rows.some((row) => row < 1 || row > lastCell.row)) return undefined;
  return between({ row: rows[0] ?? 1, column: 1 }, { row: rows[1] ?? 1, column: lastCell.column });
};

/** The rectangles of a list of references, parted by white space. */
export const areasOf = (references: string): ReadonlyArray<Area> =>
  references.split(/\s+/u).flatMap((reference) => areaOf(reference) ?? []);

/** "C7" or "A1:C7". */
export const areaInWords = ({ first, last }: Area): string =>
  first.row === last.row && first.column === last.column
    ? referenceOf(first)
    : `${referenceOf(first)}:${referenceOf(last)}`;
