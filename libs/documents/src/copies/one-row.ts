import { copyFields } from './copy-fields.ts';
import { comparedWords, isSameCell, refAsked } from './compared-words.ts';
import type { CopyCells, CopyField, ReturnedRow, WrittenRow } from './copy-row.ts';

/**
 * Whether a row's cell says what is written. A paper tells one place by its heading where a register names a priority
 * and an enabler.
 */
export const says = (row: ReturnedRow, field: CopyField, written: string): boolean => {
  const words = row.cells[field] ?? '';
  if (isSameCell(field, words, written)) return true;
  return (
    field === 'priority' &&
    row.isUnderHeading &&
    comparedWords(words) !== '' &&
    comparedWords(written).split('; ').includes(comparedWords(words))
  );
};

export const cellOf = (cells: CopyCells, field: CopyField): string => cells[field] ?? '';

/** A row by its number and words, which no two actions have in common. */
export const rowKey = (cells: CopyCells): string =>
  `${refAsked(cellOf(cells, 'ref'))}\n${comparedWords(cellOf(cells, 'action'))}`;

/** The fields that a row has cells for. */
export const fieldsOf = (cells: CopyCells): ReadonlyArray<CopyField> =>
  copyFields.filter((field) => cells[field] !== undefined);

/** The fields in which a row says something else than was written. */
export const editedIn = (row: ReturnedRow, written: WrittenRow): ReadonlyArray<CopyField> =>
  fieldsOf(row.cells).filter((field) => !says(row, field, cellOf(written.cells, field)));

/** What a cell was read from: a rating that is nothing but a colour, from that. */
export const originOfCell = (
  { from, colour, isByColour }: ReturnedRow,
  field: string,
): ReturnedRow['from'] =>
  field === 'rating' && isByColour && colour._tag === 'Rated'
    ? { ...from, words: colour.asWritten }
    : from;

/** Several rows that are one action as one row, and the cells in which they say several new things. */
export type OneRow = Readonly<{ row: ReturnedRow; torn: ReadonlyArray<CopyField> }>;

/**
 * One action that stands in a copy several times – somebody kept a sheet or a table twice – as one row: what was edited
 * in any of its rows was edited. Where two were edited in two ways, neither is taken.
 */
export const oneRow = (
  rows: readonly [ReturnedRow, ...ReadonlyArray<ReturnedRow>],
  written: WrittenRow,
): OneRow => {
  const edits = new Map(rows.map((row) => [row, new Set(editedIn(row, written))]));
  const most = (a: ReturnedRow, b: ReturnedRow) =>
    (edits.get(b)?.size ?? 0) > (edits.get(a)?.size ?? 0) ? b : a;
  const main = rows.reduce(most);
  const told = copyFields.flatMap((field) => {
    const with_ = rows.filter(({ cells }) => cells[field] !== undefined);
    const edited = with_.filter((row) => edits.get(row)?.has(field) === true);
    const [first, ...others] = edited.map(({ cells }) => cellOf(cells, field));
    if (with_.length === 0) return [];
    const isTorn = first !== undefined && others.some((words) => !isSameCell(field, words, first));
    const words = first === undefined || isTorn ? cellOf(written.cells, field) : first;
    return [{ field, words, isTorn }];
  });
  return {
    row: { ...main, cells: Object.fromEntries(told.map(({ field, words }) => [field, words])) },
    torn: told.flatMap(({ field, isTorn }) => (isTorn ? [field] : [])),
  };
};
