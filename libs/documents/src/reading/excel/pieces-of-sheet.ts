import type { CellPlace } from '../../document/block.ts';
import type { Piece } from '../../document/blocks-of-pieces.ts';
import type { Colour } from '../../document/colour.ts';
import { limits } from '../limits.ts';
import { splitListMarker } from '../text/list-marker.ts';
import type { Cell, Row, Value } from './cell.ts';
import { type Area, type CellAt, referenceOf } from './cell-reference.ts';
import { coloursByRule } from './colours-by-rule.ts';
import { columnFills } from './column-fills.ts';
import { mergedCells } from './merged-cells.ts';
import { inSheet } from './places.ts';
import type { Rule } from './rules.ts';
import { keyOf, type Sheet } from './sheet.ts';
import { colouredMargin } from './sheet-rows.ts';
import type { RuleColours, Styles } from './styles.ts';

/** What became of a sheet's cells. */
export type ToldCells = Readonly<{
  /** The piece of a cell, by its number from 1; the first of several. */
  pieceOf: (at: CellAt) => number | undefined;
  /** Cells that a merged cell covers and that hold words all the same. */
  covered: ReadonlyArray<Readonly<{ at: CellAt; words: string }>>;
  /** Coloured cells far beside all words. */
  leftOut: number;
}>;

/** The columns in which something stands; colours far beside all words are decoration. */
const columnsOf = (rows: ReadonlyArray<Row>) => {
  const worded = new Set<number>();
  const coloured = new Map<number, number>();
  for (const { cells } of rows)
    for (const { column, words, style } of cells) {
      if (words !== '') worded.add(column);
      else if (style.fill?.by === 'cell') coloured.set(column, (coloured.get(column) ?? 0) + 1);
    }
  const last = [...worded].reduce((most, column) => Math.max(most, column), 0);
  const isNear = (column: number): boolean => column <= last + colouredMargin;
  const near = [...coloured.keys()].filter(isNear);
  return {
    columns: [...worded.union(new Set(near))].toSorted((a, b) => a - b),
    leftOut: [...coloured].reduce((sum, [at, count]) => (isNear(at) ? sum : sum + count), 0),
  };
};

const white = '#FFFFFF';

const linesOf = (words: string): ReadonlyArray<string> => {
  if (!words.includes('\n') && !words.includes('\r')) return [words];
  const lines = words.split(/\r\n|[\r\n]/u).filter((line) => line.trim() !== '');
  return lines.length === 0 ? [''] : lines;
};

const byRule = ({ fill, words }: RuleColours, isWorded: boolean): Colour | 'none' | undefined => {
  if (fill === white) return 'none';
  const hex = fill ?? (isWorded ? words : undefined);
  return hex === undefined ? undefined : { hex, by: 'rule' };
};

/** A cell's colour without its rules; one that the file does not write has its row's or its column's. */
const ownFill = (cell: Cell | undefined, around: Colour | undefined): Colour | undefined => {
  if (cell === undefined) return around;
  if (cell.style.fill?.by === 'cell') return cell.style.fill;
  if (cell.words === '') return undefined;
  return cell.colour === undefined ? cell.style.fill : { hex: cell.colour, by: 'words' };
};

const pieceOfLine = (
  line: string,
  cell: Cell | undefined,
  table: CellPlace,
  place: string,
  fill: Colour | undefined,
): Piece => {
  const split = typeof cell?.value === 'string' ? splitListMarker(line.trim()) : undefined;
  const text = split?.text ?? line;
  const piece: Piece =
    fill === undefined
      ? { kind: 'cell', text, table, place }
      : { kind: 'cell', text, table, place, fill };
  return split?.marker === undefined ? piece : { ...piece, marker: split.marker };
};

/**
 * The cell of a row that has nothing else, at the sheet's edge: a title, a heading, a paragraph that somebody typed
 * above, between or below tables.
 */
const loneCell = (
  cells: ReadonlyArray<Cell>,
  columns: ReadonlyArray<number>,
  isPlain: (column: number) => boolean,
): Cell | undefined => {
  const [cell, ...others] = cells.filter(
    ({ words, style }) => words !== '' || style.fill?.by === 'cell',
  );
  const isAtEdge =
    others.length === 0 && columns.length > 1 && cell?.column === columns[0] && cell?.words !== '';
  return isAtEdge && columns.every(isPlain) ? cell : undefined;
};

const asProse = ({ table: _, ...piece }: Piece): Piece => ({
  ...piece,
  kind: piece.marker === undefined ? 'paragraph' : 'list item',
});

const isAt = ({ row, column }: CellAt, at: CellAt): boolean =>
  row === at.row && column === at.column;

const placeOf = (table: number, at: CellAt, merge: Area | undefined): CellPlace => {
  const { row, column } = at;
  if (merge === undefined) return { table, row, column };
  const { first, last } = merge;
  const columns = Math.min(last.column - first.column + 1, limits.columns);
  const rows = Math.min(last.row - first.row + 1, limits.rows);
  return {
    table,
    row,
    column,
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
  };
};

const valuesOf = (rows: ReadonlyArray<Row>) => {
  const byRow = new Map(rows.map(({ row, cells }) => [row, cells]));
  return (row: number, column: number): Value =>
    byRow.get(row)?.find((cell) => cell.column === column)?.value;
};

/**
 * Tells a sheet's cells as pieces of one table, row by row. An empty cell is told where its column has words or colours
 * in some row; rows without either are not.
 * @param pieces those of the sheets before; this one's are added
 * @param wanted keys of the cells whose pieces will be asked for
 * @param tooMany told when there are more pieces than can be read
 */
export const tellCells = (
  sheet: Sheet,
  table: number,
  rules: ReadonlyArray<Rule>,
  styles: Styles,
  pieces: Array<Piece>,
  wanted: ReadonlySet<number>,
  tooMany: (seen: number) => void,
): ToldCells => {
  const { rows, details } = sheet;
  const { columns, leftOut } = columnsOf(rows);
  const fillOfColumn = columnFills(details.columns, styles);
  const mergesOn = mergedCells(details.merged);
  const ruleColours = coloursByRule(rules, valuesOf(rows));
  const covered: Array<Readonly<{ at: CellAt; words: string }>> = [];
  const known = new Map<number, number>();
  const before = `${inSheet(sheet.name)}, cell `;

  const tellRow = ({ row, cells, style }: Row): void => {
    const mergeAt = mergesOn(row);
    const isPlain = (column: number): boolean =>
      mergeAt(column) === undefined && fillOfColumn(column) === undefined;
    const coloursIn = ruleColours(row);
    const prose = style?.fill?.by === 'cell' ? undefined : loneCell(cells, columns, isPlain);
    let next = 0;
    for (const column of prose === undefined ? columns : [prose.column]) {
      while ((cells[next]?.column ?? Infinity) < column) next += 1;
      const cell = cells[next]?.column === column ? cells[next] : undefined;
      const at = { row, column };
      const merge = mergeAt(column);
      if (merge !== undefined && !isAt(merge.first, at)) {
        if (cell !== undefined && cell.words !== '') covered.push({ at, words: cell.words });
        continue;
      }
      const rule = byRule(coloursIn(column), cell !== undefined && cell.words !== '');
      const around = style?.fill?.by === 'cell' ? style.fill : fillOfColumn(column);
      const fill = rule === 'none' ? undefined : (rule ?? ownFill(cell, around));
      const key = keyOf(at);
      if (wanted.has(key)) known.set(key, pieces.length + 1);
      const cellPlace = placeOf(table, at, merge);
      const place = before + referenceOf(at);
      for (const line of linesOf(cell?.words ?? '')) {
        const piece = pieceOfLine(line, cell, cellPlace, place, fill);
        pieces.push(prose === undefined ? piece : asProse(piece));
      }
    }
    if (pieces.length > limits.blocks) tooMany(pieces.length);
  };

  for (const row of rows) tellRow(row);
  return { pieceOf: (at) => known.get(keyOf(at)), covered, leftOut };
};
