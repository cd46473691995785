import { limits } from '../../limits.ts';
import { refuse } from '../../refused-file.ts';
import type { Part } from '../../xml/part.ts';
import { childAt, type XmlElement } from '../../xml/xml-element.ts';
import { contentOf } from '../structure.ts';
import { isOn, valueAt, valueOf, wholeNumber } from '../values.ts';

/** A cell with its place in the table's grid: columns and rows from 1. */
export type LaidCell = Readonly<{
  element: XmlElement;
  column: number;
  columns: number;
  rows: number;
}>;

export type LaidRow = Readonly<{
  element: XmlElement;
  row: number;
  cells: ReadonlyArray<LaidCell>;
  /** Cells that a merged one covers: nobody sees what stands in them. */
  covered: ReadonlyArray<Readonly<{ element: XmlElement; column: number }>>;
}>;

/** A row that is not read: deleted with changes tracked, or hidden. */
export type LeftOut = Readonly<{
  element: XmlElement;
  why: 'deleted' | 'hidden';
  /** The row that it stood after; 0 where it was the first. */
  after: number;
}>;

export type Layout = Readonly<{
  rows: ReadonlyArray<LaidRow>;
  leftOut: ReadonlyArray<LeftOut>;
}>;

type Growing = { element: XmlElement; column: number; columns: number; rows: number };

const propertiesOf = (cell: XmlElement): XmlElement | undefined => childAt(cell, 'w:tcPr');

const spanOf = (text: string | undefined): number => wholeNumber(text, 1, limits.columns) ?? 1;

/** Whether a cell goes on with the one above (`w:vMerge`) or before it (`w:hMerge`, of old files). */
const goesOn = (merge: XmlElement | undefined): boolean =>
  merge !== undefined && (valueOf(merge) ?? 'continue') === 'continue';

/** Lays the cells of one row, beside those that still reach down from the rows above. */
const layRow = (
  element: XmlElement,
  row: number,
  above: ReadonlyMap<number, Growing>,
  of: Part,
): Readonly<{ laid: LaidRow & { cells: Array<Growing> }; below: Map<number, Growing> }> => {
  const cells: Array<Growing> = [];
  const covered: Array<{ element: XmlElement; column: number }> = [];
  const below = new Map<number, Growing>();
  let column =
    1 + (wholeNumber(valueAt(element, 'w:trPr', 'w:gridBefore'), 0, limits.columns) ?? 0);
  for (const cell of contentOf(element)) {
    if (cell.name !== 'w:tc') continue;
    const properties = propertiesOf(cell);
    const columns = spanOf(valueAt(properties, 'w:gridSpan'));
    const merge = childAt(properties, 'w:vMerge');
    const over = goesOn(merge) ? above.get(column) : undefined;
    const before = goesOn(childAt(properties, 'w:hMerge')) ? cells.at(-1) : undefined;
    if (over !== undefined) {
      over.rows += 1;
      below.set(column, over);
      covered.push({ element: cell, column });
    } else if (before !== undefined) {
      before.columns += columns;
      covered.push({ element: cell, column });
    } else {
      const laid: Growing = { element: cell, column, columns, rows: 1 };
      cells.push(laid);
      if (merge !== undefined) below.set(column, laid);
    }
    column += columns;
    if (column - 1 > limits.columns)
      refuse({
        _tag: 'OverLimit',
        ...of,
        what: 'columns in a table',
        seen: column - 1,
        limit: limits.columns,
      });
  }
  return { laid: { element, row, cells, covered }, below };
};

const whyLeftOut = (row: XmlElement): LeftOut['why'] | undefined => {
  const properties = childAt(row, 'w:trPr');
  if (childAt(properties, 'w:del') !== undefined) return 'deleted';
  return isOn(childAt(properties, 'w:hidden')) === true ? 'hidden' : undefined;
};

/**
 * Where the cells of a table stand. Merged cells are one, with their spans; rows that were deleted with changes tracked
 * or are hidden are left out, and said. A table of too many rows or columns is refused.
 * @param of the part, for a refusal
 */
export const layoutOf = (table: XmlElement, of: Part): Layout => {
  const rows: Array<LaidRow> = [];
  const leftOut: Array<LeftOut> = [];
  let above = new Map<number, Growing>();
  for (const element of contentOf(table)) {
    if (element.name !== 'w:tr') continue;
    const why = whyLeftOut(element);
    if (why !== undefined) {
      leftOut.push({ element, why, after: rows.length });
      continue;
    }
    const { laid, below } = layRow(element, rows.length + 1, above, of);
    rows.push(laid);
    above = below;
    if (rows.length > limits.rows)
      refuse({
        _tag: 'OverLimit',
        ...of,
        what: 'rows in a table',
        seen: rows.length,
        limit: limits.rows,
      });
  }
  return { rows, leftOut };
};
