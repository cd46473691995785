import { inCell, inSheet } from '../excel/places.ts';
import { columnName } from '../excel/cell-reference.ts';
import { colouredMargin } from '../excel/sheet-rows.ts';
import { quoted } from '../flow/plain-words.ts';
import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import type { Remark } from '../../document/remark.ts';
import { elementsOf, type XmlElement } from '../xml/xml-element.ts';
import { countIn } from './attributes.ts';
import { readSheetCell, type SheetCell } from './sheet-cell.ts';
import type { Story } from './story.ts';

export type PlacedCell = SheetCell &
  Readonly<{
    column: number;
    columns: number;
    rows: number;
    isCovered: boolean;
    style: string | undefined;
  }>;

/** A row that has words or colours. */
export type SheetRow = Readonly<{
  row: number;
  cells: ReadonlyArray<PlacedCell>;
  isWorded: boolean;
}>;

/** Columns beside one another that are laid out alike. */
type LaidOut = Readonly<{
  first: number;
  last: number;
  style: string | undefined;
  isHidden: boolean;
}>;

export type ReadSheet = Readonly<{
  name: string;
  /** Those with words or colours; none where the file has more words than are kept. */
  rows: ReadonlyArray<SheetRow>;
  /** How many cells have words. */
  worded: number;
  columns: ReadonlyArray<LaidOut>;
  hiddenRows: ReadonlyArray<number>;
  remarks: ReadonlyArray<Remark>;
}>;

const isHidden = ({ attributes }: XmlElement): boolean =>
  ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '');

const columnGroups = new Set([
  'table:table-columns',
  'table:table-header-columns',
  'table:table-column-group',
]);

const columnsIn = (table: XmlElement): ReadonlyArray<XmlElement> =>
  elementsOf(table).flatMap((child) => {
    if (child.name === 'table:table-column') return [child];
    return columnGroups.has(child.name) ? columnsIn(child) : [];
  });

const layoutOf = (table: XmlElement): ReadonlyArray<LaidOut> => {
  let next = 1;
  return columnsIn(table).map((column) => {
    const first = next;
    next += countIn(column, 'table:number-columns-repeated');
    const style = column.attributes['table:default-cell-style-name'];
    return { first, last: next - 1, style, isHidden: isHidden(column) };
  });
};

type Reading = Readonly<{ story: Story; sheet: string; columns: ReadonlyArray<LaidOut> }>;

const isWorded = ({ lines }: SheetCell): boolean => lines.length > 0;

const overColumns = ({ story, sheet }: Reading, seen: number): never =>
  refuse({
    _tag: 'OverLimit',
    name: story.name,
    part: inSheet(sheet),
    what: 'columns',
    seen,
    limit: limits.columns,
  });

/** The cells of a row that say something: by words, by a colour, by something beside them. */
const cellsOf = (reading: Reading, row: XmlElement): ReadonlyArray<PlacedCell> => {
  const cells: Array<PlacedCell> = [];
  let column = 1;
  for (const cell of elementsOf(row)) {
    const isCovered = cell.name === 'table:covered-table-cell';
    if (!isCovered && cell.name !== 'table:table-cell') continue;
    const first = column;
    column += countIn(cell, 'table:number-columns-repeated');
    const style =
      cell.attributes['table:style-name'] ??
      row.attributes['table:default-cell-style-name'] ??
      reading.columns.find((one) => one.first <= first && first <= one.last)?.style;
    const read = readSheetCell(cell, style, reading.story);
    const columns = Math.min(limits.columns, countIn(cell, 'table:number-columns-spanned'));
    const rows = Math.min(limits.rows, countIn(cell, 'table:number-rows-spanned'));
    const says = isWorded(read) || read.fill !== undefined || read.asides.length > 0;
    if (!says && columns === 1 && rows === 1 && !isCovered) continue;
    if (isWorded(read) && column - 1 > limits.columns) overColumns(reading, column - 1);
    for (let at = first; at < column && at <= limits.columns; at += 1) {
      cells.push({ ...read, column: at, columns, rows, isCovered, style });
    }
  }
  return cells;
};

/** What is drawn over the sheet and stands in no cell. */
const drawnOver = (table: XmlElement): number =>
  elementsOf(table)
    .filter(({ name }) => name === 'table:shapes')
    .flatMap(elementsOf).length;

const remarksOn = (table: XmlElement, sheet: string): ReadonlyArray<Remark> => {
  const drawn = drawnOver(table);
  const place = inSheet(sheet);
  const what =
    drawn === 1 ? 'One picture, chart or shape is' : `${drawn} pictures, charts or shapes are`;
  return drawn === 0 ? [] : [{ kind: 'not read', place, words: `${what} not read.` }];
};

/** Says of words under a merged cell that nobody sees them. */
export const coveredRemark = (
  sheet: string,
  row: number,
  { column, lines }: PlacedCell,
): Remark => ({
  kind: 'hidden',
  place: inCell(sheet, `${columnName(column)}${row}`),
  words: `A merged cell covers this one; its ${quoted(lines.join(' '))} is not read.`,
});

/** Reads a sheet row by row, as its part tells them, and then tells what it holds. */
export type SheetReader = Readonly<{ row: (written: XmlElement) => void; done: () => ReadSheet }>;

/**
 * Reads the rows of a sheet that have words or colours; repeated rows with nothing in them cost nothing.
 * @param table the sheet's element: with its columns before the first row, and whole when it is done
 * @param keeps told how many cells with words come; whether all that came so far are kept
 */
export const sheetReader = (
  table: XmlElement,
  sheet: string,
  story: Story,
  keeps: (words: number) => boolean,
): SheetReader => {
  const columns = layoutOf(table);
  const reading: Reading = { story, sheet, columns };
  const rows: Array<SheetRow> = [];
  const hiddenRows: Array<number> = [];
  let next = 1;
  let coloured = 0;
  let worded = 0;
  const add = (row: SheetRow, isRowHidden: boolean): void => {
    coloured = row.isWorded ? 0 : coloured + 1;
    rows.push(row);
    if (row.isWorded && isRowHidden) hiddenRows.push(row.row);
    if (rows.length <= limits.rows) return;
    const { name } = story;
    const seen = rows.length;
    refuse({
      _tag: 'OverLimit',
      name,
      part: inSheet(sheet),
      what: 'rows',
      seen,
      limit: limits.rows,
    });
  };
  return {
    row: (written) => {
      const first = next;
      next += countIn(written, 'table:number-rows-repeated');
      const cells = cellsOf(reading, written);
      const words = cells.filter((cell) => isWorded(cell) && !cell.isCovered).length;
      const isTold =
        words > 0 || cells.some(({ fill, asides }) => fill !== undefined || asides.length > 0);
      if (!isTold) return;
      const repeated = words * (next - first);
      worded += repeated;
      if (!keeps(repeated)) {
        // The file is refused in the end: what is left of it is counted alone.
        rows.length = 0;
        return;
      }
      for (let row = first; row < next && (words > 0 || coloured < colouredMargin); row += 1)
        add({ row, cells, isWorded: words > 0 }, isHidden(written));
    },
    done: () => ({
      name: sheet,
      rows,
      worded,
      columns,
      hiddenRows,
      remarks: remarksOn(table, sheet),
    }),
  };
};
