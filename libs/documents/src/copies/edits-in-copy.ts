import { isTotalsRow } from '../recognisers/totals-row.ts';
import type { Edit, ReturnedRow, WrittenRow } from './copy-row.ts';
import { cellOf, editedIn, originOfCell } from './one-row.ts';
import { type Repeated, rowsKnown } from './rows-known.ts';

/** A copy's rows as they are recognised, and what was edited in them. */
export type Edited = Readonly<{
  rows: ReadonlyMap<ReturnedRow, WrittenRow>;
  edits: ReadonlyArray<Edit>;
  /** Actions that stand there several times, in rows that do not say the same. */
  repeated: ReadonlyArray<Repeated>;
  /** Rows that stand there besides another one of the same action. */
  again: ReadonlyArray<ReturnedRow>;
  /** Rows that were added and only sum up others. */
  sums: ReadonlyArray<ReturnedRow>;
}>;

const changesIn = (row: ReturnedRow, written: WrittenRow): ReadonlyArray<Edit> =>
  editedIn(row, written).map((field) => ({
    _tag: 'Changed',
    id: written.id,
    field,
    was: cellOf(written.cells, field),
    says: cellOf(row.cells, field),
    from: originOfCell(row, field),
  }));

const isSum = ({ cells }: ReturnedRow): boolean => {
  const { priority: _, ...others } = cells;
  return isTotalsRow(
    Object.values(others),
    `${cells.ref ?? ''}${cells.action ?? ''}`.trim() !== '',
  );
};

/**
 * What was edited in a copy since it was made, cell by cell: rows that were sorted or moved about are no edits.
 * @param written the rows as the copy was made with
 */
export const editsInCopy = (
  rows: ReadonlyArray<ReturnedRow>,
  written: ReadonlyArray<WrittenRow>,
): Edited => {
  const { known, repeated, added, again } = rowsKnown(rows, written);
  const there = new Set([...known.values()].map(({ id }) => id));
  const sums = new Set(added.filter(isSum));
  return {
    rows: known,
    repeated,
    again,
    sums: [...sums],
    edits: [
      ...[...known].flatMap(([row, one]) => changesIn(row, one)),
      ...added.flatMap((row): ReadonlyArray<Edit> =>
        sums.has(row) ? [] : [{ _tag: 'Added', row }],
      ),
      ...written
        .filter(({ id }) => !there.has(id))
        .map(({ id }): Edit => ({ _tag: 'Removed', id })),
    ],
  };
};
