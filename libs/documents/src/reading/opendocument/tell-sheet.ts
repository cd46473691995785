import type { CellPlace } from '../../document/block.ts';
import type { Piece } from '../../document/blocks-of-pieces.ts';
import type { Colour } from '../../document/colour.ts';
import type { Remark } from '../../document/remark.ts';
import type { Value } from '../excel/cell.ts';
import { columnName } from '../excel/cell-reference.ts';
import { coloursByRule } from '../excel/colours-by-rule.ts';
import type { RuleColours } from '../excel/styles.ts';
import { asSentence, listInWords } from '../excel/in-words.ts';
import { inCell, inSheet } from '../excel/places.ts';
import { colouredMargin } from '../excel/sheet-rows.ts';
import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import { splitListMarker } from '../text/list-marker.ts';
import { cellColour } from './colours.ts';
import { coveredRemark, type PlacedCell, type ReadSheet, type SheetRow } from './read-sheet.ts';
import { mappedColours, type SheetRules } from './sheet-rules.ts';
import type { StyleSheet } from './style-sheet.ts';

/** What is told of the sheets so far. */
export type SheetTelling = {
  readonly name: string;
  readonly styles: StyleSheet;
  readonly pieces: Array<Piece>;
  readonly remarks: Array<Remark>;
  tables: number;
};

/** The columns in which something stands; colours far beside all words are decoration. */
const columnsOf = (rows: ReadonlyArray<SheetRow>): ReadonlyArray<number> => {
  const worded = new Set<number>();
  const coloured = new Set<number>();
  for (const { cells } of rows) {
    for (const { column, lines, isCovered, fill } of cells) {
      if (isCovered) continue;
      if (lines.length > 0) worded.add(column);
      else if (fill !== undefined) coloured.add(column);
    }
  }
  const last = [...worded].reduce((most, column) => Math.max(most, column), 0);
  const near = [...coloured].filter((column) => column <= last + colouredMargin);
  return [...new Set([...worded, ...near])].toSorted((a, b) => a - b);
};

type ValueAt = (row: number, column: number) => Value;

const valuesOf = (rows: ReadonlyArray<SheetRow>): ValueAt => {
  const byRow = new Map(rows.map(({ row, cells }) => [row, cells]));
  return (row, column) => byRow.get(row)?.find((cell) => cell.column === column)?.value;
};

type Of = Readonly<{
  telling: SheetTelling;
  sheet: ReadSheet;
  valueAt: ValueAt;
  hasRules: boolean;
}>;

/** The colour by the rules that a cell's own style has, where the sheet lists none. */
const byOwnStyle = ({ telling, valueAt, hasRules }: Of, cell: PlacedCell, row: number) => {
  if (hasRules) return undefined;
  const at = { row, column: cell.column };
  return mappedColours(telling.styles, cell.style).find(({ holds }) => holds(at, valueAt))?.colours;
};

const fillOf = (
  of: Of,
  cell: PlacedCell | undefined,
  at: Readonly<{ row: number; column: number }>,
  rule: RuleColours,
): Colour | undefined => {
  const mapped = cell === undefined ? undefined : byOwnStyle(of, cell, at.row);
  const words = cell === undefined || cell.lines.length === 0 ? undefined : rule.words;
  const hex = rule.fill ?? words ?? mapped?.fill ?? mapped?.words;
  if (hex !== undefined) return hex === '#FFFFFF' ? undefined : { hex, by: 'rule' };
  if (cell !== undefined) return cell.fill;
  const { style } = of.sheet.columns.find(
    ({ first, last }) => first <= at.column && at.column <= last,
  ) ?? { style: undefined };
  const behind = cellColour(of.telling.styles, ['table-cell', style]);
  return behind === undefined ? undefined : { hex: behind, by: 'cell' };
};

const tellCell = (
  { telling, sheet }: Of,
  cell: PlacedCell | undefined,
  at: Readonly<{ row: number; column: number }>,
  fill: Colour | undefined,
): void => {
  const { pieces, remarks, tables } = telling;
  const table: CellPlace = {
    table: tables,
    ...at,
    ...((cell?.columns ?? 1) > 1 ? { columns: cell?.columns ?? 1 } : {}),
    ...((cell?.rows ?? 1) > 1 ? { rows: cell?.rows ?? 1 } : {}),
  };
  const place = inCell(sheet.name, `${columnName(at.column)}${at.row}`);
  const block = pieces.length + 1;
  const lines = cell === undefined || cell.lines.length === 0 ? [''] : cell.lines;
  for (const line of lines) {
    const isText = typeof cell?.value === 'string';
    const { marker, text } = isText ? splitListMarker(line) : { marker: undefined, text: line };
    pieces.push({
      kind: 'cell',
      text,
      ...(marker === undefined ? {} : { marker }),
      table,
      place,
      ...(fill === undefined ? {} : { fill }),
    });
  }
  for (const aside of cell?.asides ?? []) remarks.push({ ...aside, place, block });
};

/** Cells under a merged one: how many rows, counted downwards, still cover each column. */
const tellRow = (
  of: Of,
  { row, cells }: SheetRow,
  columns: ReadonlyArray<number>,
  ruleAt: (column: number) => RuleColours,
): void => {
  const { telling, sheet } = of;
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  for (const column of columns) {
    const cell = byColumn.get(column);
    if (cell?.isCovered === true) {
      if (cell.lines.length > 0) telling.remarks.push(coveredRemark(sheet.name, row, cell));
      continue;
    }
    const at = { row, column };
    tellCell(of, cell, at, fillOf(of, cell, at, ruleAt(column)));
  }
  const { name, pieces } = telling;
  if (pieces.length > limits.blocks)
    refuse({ _tag: 'TooManyBlocks', name, blocks: pieces.length, limit: limits.blocks });
};

/** So many names are told. */
const mostTold = 20;

const hiddenRemarks = ({ name, hiddenRows, columns, rows }: ReadSheet): ReadonlyArray<Remark> => {
  const place = inSheet(name);
  const worded = new Set(columnsOf(rows.filter(({ isWorded }) => isWorded)));
  const hidden = columns.flatMap(({ first, last, isHidden }) =>
    isHidden
      ? [...worded].filter((column) => first <= column && column <= last).map(columnName)
      : [],
  );
  const said = (what: string, which: ReadonlyArray<string>): ReadonlyArray<Remark> => {
    if (which.length === 0) return [];
    const one = which.length === 1;
    const list = listInWords(which, mostTold);
    const words = `${asSentence(what)}${one ? '' : 's'} ${list} ${one ? 'is' : 'are'} hidden; ${one ? 'it is' : 'they are'} read.`;
    return [{ kind: 'hidden', place, words }];
  };
  return [...said('row', hiddenRows.map(String)), ...said('column', hidden)];
};

/** Tells a sheet's cells as pieces of one table, row by row, and what else is to be said of it. */
export const tellSheet = (
  sheet: ReadSheet,
  { rules, asides }: SheetRules,
  isHeaded: boolean,
  telling: SheetTelling,
): void => {
  const place = inSheet(sheet.name);
  const { pieces, remarks } = telling;
  if (isHeaded) pieces.push({ kind: 'heading', text: sheet.name, level: 1, place });
  telling.tables += 1;
  const valueAt = valuesOf(sheet.rows);
  const columns = columnsOf(sheet.rows);
  const ruleColours = coloursByRule(rules, valueAt);
  const of: Of = { telling, sheet, valueAt, hasRules: rules.length > 0 };
  for (const row of sheet.rows) tellRow(of, row, columns, ruleColours(row.row));
  remarks.push(
    ...hiddenRemarks(sheet),
    ...sheet.remarks,
    ...asides.map((aside): Remark => ({ ...aside, place })),
  );
};
