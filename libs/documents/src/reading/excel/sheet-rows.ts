import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import { type Attributes, isOn, wholeIn } from './attributes.ts';
import type { Cell, Doubt, Row } from './cell.ts';
import { cellAt, columnName, lastCell } from './cell-reference.ts';
import { saidBy } from './cell-value.ts';
import { inCell, inSheet } from './places.ts';
import type { CellStyle } from './styles.ts';
import type { WorkbookContext } from './workbook-context.ts';
import type { CellContent, CellListener } from './written-cells.ts';

/** So many rows, or columns, of colours without words are read after those that have words: the rest is decoration. */
export const colouredMargin = 20;

/** What is found in a sheet's rows besides their cells. */
export type RowFinds = Readonly<{
  doubt: (doubt: Doubt, row: number, column: number, words: string) => void;
  link: (row: number, column: number, address: string) => void;
  /** Whether the column has a colour of its own, for cells that say none. */
  isColumnFilled: (column: number) => boolean;
  hiddenRow: (row: number) => void;
  /** A row of colours without words, too far below all words. */
  rowLeftOut: (row: number) => void;
  /** A coloured cell without words, in a column beyond those that are read. */
  cellLeftOut: () => void;
  /** Told of every row that the part writes. */
  rowDone: () => void;
}>;

type Of = Readonly<{
  context: WorkbookContext;
  sheet: string;
  wordedBefore: number;
  finds: RowFinds;
}>;

type State = {
  rows: Array<Row>;
  row: number;
  column: number;
  cells: Array<Cell>;
  style: CellStyle | undefined;
  isHidden: boolean;
  lastWorded: number;
  words: number;
};

const over = ({ context, sheet }: Of, what: string, seen: number, limit: number): never =>
  refuse({ _tag: 'OverLimit', name: context.name, part: inSheet(sheet), what, seen, limit });

const damaged = ({ context }: Of, part: string, seen: string, accepted: string): never =>
  refuse({ _tag: 'Damaged', name: context.name, part, seen, accepted });

const styleOf = (of: Of, attributes: Attributes, place: () => string): CellStyle => {
  const { styles } = of.context;
  if (attributes['s'] === undefined) return styles.plain;
  const seen = `it refers to style ${attributes['s']}, which is not there`;
  return (
    styles.lookup(wholeIn(attributes, 's') ?? -1) ??
    damaged(of, place(), seen, 'the number of a style that the workbook has')
  );
};

const openRow = (of: Of, state: State, attributes: Attributes): void => {
  const said = attributes['r'];
  const row = said === undefined ? state.row + 1 : (wholeIn(attributes, 'r') ?? 0);
  if (row <= state.row || row > lastCell.row) {
    const seen = `row “${said ?? row}” comes after row ${state.row}`;
    damaged(of, inSheet(of.sheet), seen, `rows in their order, up to ${lastCell.row}`);
  }
  const isStyled = isOn(attributes['customFormat']);
  state.style = isStyled
    ? styleOf(of, attributes, () => `${inSheet(of.sheet)}, row ${row}`)
    : undefined;
  state.row = row;
  state.column = 0;
  state.cells = [];
  state.isHidden = isOn(attributes['hidden']) || Number(attributes['ht'] ?? 1) === 0;
};

const columnOf = (of: Of, state: State, { r }: Attributes): number => {
  const at = r === undefined ? { row: state.row, column: state.column + 1 } : cellAt(r);
  const isInOrder =
    at?.row === state.row && at.column > state.column && at.column <= lastCell.column;
  return isInOrder
    ? at.column
    : damaged(
        of,
        inSheet(of.sheet),
        `row ${state.row} has a cell “${r ?? ''}”${state.column === 0 ? '' : ` after column ${columnName(state.column)}`}`,
        'cells of their own row in their order, from A1 to XFD1048576',
      );
};

/** The address of a formula that is nothing but a link. */
const linkFormula = /^\s*HYPERLINK\(\s*"([^"]+)"/iu;

/** Such a workbook is refused in the end, with how many there were: until then they are counted alone. */
const isTooMuch = ({ context, wordedBefore }: Of, { words }: State): boolean =>
  wordedBefore + words > context.mostWorded;

const stopCounting = ({ context, sheet }: Of, { words }: State): never =>
  refuse({
    _tag: 'TooMuchToImport',
    name: context.name,
    worded: words,
    limit: context.mostWorded,
    largest: { part: inSheet(sheet), worded: words },
  });

/** Cells with neither words nor a colour are not kept: a sheet costs what is in it, not what it is laid out for. */
const keep = (of: Of, state: State, cell: Cell): void => {
  const isWorded = cell.words !== '';
  // Written without a colour, a cell stands out of a row or a column that has one.
  const isPlain = cell.style.fill?.by !== 'cell' && !cell.style.isUnclear;
  const isOnColour = state.style?.fill?.by === 'cell' || of.finds.isColumnFilled(cell.column);
  if (!isWorded && isPlain && !isOnColour) return;
  if (cell.column > limits.columns) {
    if (isWorded) over(of, 'columns', cell.column, limits.columns);
    if (!isPlain) of.finds.cellLeftOut();
    return;
  }
  if (isWorded) state.words += 1;
  if (isTooMuch(of, state)) {
    state.rows.length = 0;
    if (state.words > limits.counted) stopCounting(of, state);
    return;
  }
  if (isWorded && cell.style.isStruck) of.finds.doubt('struck', state.row, cell.column, cell.words);
  if (cell.style.isUnclear) of.finds.doubt('unclear fill', state.row, cell.column, cell.words);
  state.cells.push(cell);
};

const addCell = (of: Of, state: State, attributes: Attributes, content: CellContent): void => {
  const column = columnOf(of, state, attributes);
  state.column = column;
  const place = (): string => inCell(of.sheet, `${columnName(column)}${state.row}`);
  const style = styleOf(of, attributes, place);
  const { value, inline, formula } = content;
  const said = saidBy(of.context, {
    place,
    type: attributes['t'] ?? 'n',
    style,
    value,
    isFormula: formula !== undefined,
    inline,
  });
  if (said.doubt !== undefined) of.finds.doubt(said.doubt, state.row, column, said.words);
  const [, address] = formula === undefined ? [] : (linkFormula.exec(formula) ?? []);
  if (address !== undefined) of.finds.link(state.row, column, address);
  const words = said.words.trim() === '' ? '' : said.words;
  keep(of, state, { column, words, value: said.value, style, colour: said.colour });
};

const closeRow = (of: Of, state: State): void => {
  of.finds.rowDone();
  if (state.cells.length === 0 || isTooMuch(of, state)) return;
  const { row, cells, style } = state;
  const isWorded = cells.some(({ words }) => words !== '');
  if (isWorded) state.lastWorded = row;
  if (row > state.lastWorded + colouredMargin) {
    of.finds.rowLeftOut(row);
    return;
  }
  if (isWorded && state.isHidden) of.finds.hiddenRow(row);
  state.rows.push({ row, cells, isWorded, style });
  if (state.rows.length > limits.rows) over(of, 'rows', state.rows.length, limits.rows);
};

/**
 * Collects the rows of a sheet that have words or colours.
 * @param wordedBefore how many cells of the sheets before had words
 * @param finds is told what is found besides
 * @returns whom to tell the sheet's cells, the rows collected from them so far, and how many cells had words; no rows
 * are kept once these are more than are read
 */
export const sheetRows = (
  context: WorkbookContext,
  sheet: string,
  wordedBefore: number,
  finds: RowFinds,
): Readonly<{
  listener: CellListener;
  rows: ReadonlyArray<Row>;
  countWorded: () => number;
}> => {
  const of: Of = { context, sheet, wordedBefore, finds };
  const state: State = {
    rows: [],
    row: 0,
    column: 0,
    cells: [],
    style: undefined,
    isHidden: false,
    lastWorded: 0,
    words: 0,
  };
  return {
    rows: state.rows,
    countWorded: () => state.words,
    listener: {
      openRow: (attributes) => openRow(of, state, attributes),
      cell: (attributes, content) => addCell(of, state, attributes, content),
      closeRow: () => closeRow(of, state),
    },
  };
};
