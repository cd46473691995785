import type { Finding } from './finding.ts';
import type { Columns } from './place.ts';
import {
  besideAction,
  cellFindings,
  emptyField,
  isFilled,
  ratingCellOf,
  type RowCell,
} from './row-cells.ts';
import type { Here, Taken } from './step.ts';

/** A further rating is said, and the first one kept. */
const furtherRating = (here: Here, key: number, cell: RowCell): ReadonlyArray<Finding> => {
  const [block] = cell.blocks;
  const message = 'A second rating of the same action: the first one is kept.';
  return [
    ...besideAction(here, key, cell),
    ...(block === undefined ? [] : [{ found: 'warning' as const, block, message }]),
  ];
};

/**
 * A row without a number and a title goes on about the action above it: more notes, another owner. So does one whose
 * number and title stand in cells that span it.
 */
export const continuedAction = (
  here: Here,
  cells: ReadonlyArray<RowCell>,
  columns: Columns,
): Taken | undefined => {
  const { open } = here.place;
  const isAbout = cells.every(
    ({ meaning, text }) => text === '' || (meaning !== 'ref' && meaning !== 'action'),
  );
  const says = cells.some((cell) => cell.text !== '' || isFilled(cell));
  if (open.kind !== 'action' || open.style !== 'row' || !isAbout) return undefined;
  const { key } = open;
  const taken = says ? ratingCellOf(cells, columns) : undefined;
  const found = cells.flatMap((cell): ReadonlyArray<Finding> => {
    const field = cell.meaning ?? 'other';
    if (cell.text === '' && !isFilled(cell)) return emptyField(key, cell.blocks, field);
    if (cell.meaning !== 'rating') {
      return cell.text === '' ? emptyField(key, cell.blocks, field) : cellFindings(here, key, cell);
    }
    if (cell !== taken) return besideAction(here, key, cell);
    return open.rated ? furtherRating(here, key, cell) : cellFindings(here, key, cell);
  });
  const rated = open.rated || found.some((one) => one.found === 'rating');
  return { found, place: { ...here.place, open: { ...open, rated } }, blocks: 0 };
};
