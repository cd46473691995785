import type { Block } from '../document/block.ts';
import { recognisePriorityHeading } from '../recognisers/priority-heading.ts';
import { isTotalsRow } from '../recognisers/totals-row.ts';
import { continuedAction } from './continued-action.ts';
import { narrativeOf } from './narrative-step.ts';
import { newAction } from './new-action.ts';
import { type Columns, nothing } from './place.ts';
import { isFilled, type RowCell, rowCells } from './row-cells.ts';
import type { Here, Taken } from './step.ts';

const isTotals = (cells: ReadonlyArray<RowCell>): boolean => {
  const first = cells.find(({ text }) => text !== '');
  const titleAt = cells.find(({ meaning }) => meaning === 'action')?.column ?? 0;
  return isTotalsRow(
    cells.map(({ text }) => text),
    first !== undefined && first.column <= titleAt,
  );
};

/** What sums up the actions above is about none of them. */
const sumsUp = (here: Here, row: ReadonlyArray<Block>): Taken => {
  const place = { ...here.place, open: nothing };
  return {
    found: row.map((block) => narrativeOf({ ...here, block, place })),
    place,
    blocks: row.length,
  };
};

/**
 * Whether a row is nothing but a title that heads those below it: one cell with words, across the table or in its
 * first column.
 */
const isTitleRow = (cells: ReadonlyArray<RowCell>, title: RowCell): boolean => {
  const others = cells.filter((cell) => cell !== title);
  const isAlone = others.every((cell) => cell.text === '' && !isFilled(cell));
  return isAlone && (title.columns > 1 || title.column === 1);
};

/**
 * One row of an action table. A row with a single filled cell that is no action's, such as a priority's heading
 * across the table, is left to the other steps.
 */
export const rowOfAction = (
  here: Here,
  row: ReadonlyArray<Block>,
  columns: Columns,
): Taken | undefined => {
  const cells = rowCells(here, row, columns);
  const heads = row.some(({ index }) => here.survey.headings.has(index));
  if (heads) return undefined;
  if (isTotals(cells)) return sumsUp(here, row);
  const title = cells.find(({ meaning, text }) => meaning === 'action' && text !== '');
  const isAction =
    title !== undefined &&
    recognisePriorityHeading(title.text) === undefined &&
    cells.length > 1 &&
    !isTitleRow(cells, title);
  const taken = isAction
    ? newAction(here, cells, title, columns)
    : continuedAction(here, cells, columns);
  return taken === undefined ? undefined : { ...taken, blocks: row.length };
};
