import { matchActions } from '../reconcile/match-actions.ts';
import { copyFields } from './copy-fields.ts';
import { wordsInCell } from './copy-form.ts';
import {
  type CopyCells,
  type CopyField,
  type Edit,
  plainWords,
  type ReturnedRow,
  type WrittenRow,
} from './copy-row.ts';

/** Names, in whatever order and however parted. */
const namesIn = (words: string): string =>
  words
    .split(/[;\n]/u)
    .map(plainWords)
    .filter((name) => name !== '')
    .toSorted()
    .join('; ');

/** Whether two cells say the same. */
export const isSameCell = (field: CopyField, a: string, b: string): boolean => {
  const [one, other] = [plainWords(wordsInCell(a)), plainWords(wordsInCell(b))];
  if (one === other) return true;
  return (field === 'lead' || field === 'support') && namesIn(a) === namesIn(b);
};

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
    plainWords(words) !== '' &&
    plainWords(written).split('; ').includes(plainWords(words))
  );
};

const cellOf = (cells: CopyCells, field: CopyField): string => cells[field] ?? '';

const fieldsOf = (cells: CopyCells): ReadonlyArray<CopyField> =>
  copyFields.filter((field) => cells[field] !== undefined);

const countSame = (row: ReturnedRow, written: WrittenRow): number =>
  fieldsOf(row.cells).filter((field) => says(row, field, cellOf(written.cells, field))).length;

/** Of rows with one id – one was copied to begin another – the one that is most like what was written is its own. */
const byId = (
  rows: ReadonlyArray<ReturnedRow>,
  written: ReadonlyArray<WrittenRow>,
): ReadonlyMap<ReturnedRow, WrittenRow> => {
  const rowsOf = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    written.flatMap((one) => {
      const [first, ...others] = rowsOf.get(one.id) ?? [];
      if (first === undefined) return [];
      const own = others.reduce(
        (best, row) => (countSame(row, one) > countSame(best, one) ? row : best),
        first,
      );
      return [[own, one] as const];
    }),
  );
};

const recognisable = ({ id, cells }: WrittenRow) => ({
  id,
  ref: cellOf(cells, 'ref'),
  label: '',
  title: cellOf(cells, 'action'),
  status: 'open' as const,
});

/** Rows without an id, by their words and refs: of a register those alone that say exactly what was written. */
const byWords = (
  rows: ReadonlyArray<ReturnedRow>,
  written: ReadonlyArray<WrittenRow>,
  hasIds: boolean,
): ReadonlyMap<ReturnedRow, WrittenRow> => {
  const proposed = rows.map((row) => ({
    row,
    ref: plainWords(cellOf(row.cells, 'ref')),
    title: cellOf(row.cells, 'action'),
  }));
  const own = new Map(written.map((one) => [one.id, one]));
  return new Map(
    matchActions(proposed, written.map(recognisable)).flatMap(({ proposed: { row }, existing }) => {
      const one = own.get(existing?.id ?? '');
      const isExact =
        one !== undefined &&
        isSameCell('action', cellOf(row.cells, 'action'), cellOf(one.cells, 'action'));
      return one === undefined || (hasIds && !isExact) ? [] : [[row, one] as const];
    }),
  );
};

const changesIn = (row: ReturnedRow, written: WrittenRow): ReadonlyArray<Edit> =>
  fieldsOf(row.cells).flatMap((field): ReadonlyArray<Edit> => {
    const was = cellOf(written.cells, field);
    return says(row, field, was)
      ? []
      : [
          {
            _tag: 'Changed',
            id: written.id,
            field,
            was,
            says: cellOf(row.cells, field),
            from: row.from,
          },
        ];
  });

/** A copy's rows as they are recognised, and what was edited in them. */
export type Edited = Readonly<{
  rows: ReadonlyMap<ReturnedRow, WrittenRow>;
  edits: ReadonlyArray<Edit>;
}>;

/**
 * What was edited in a copy since it was made, cell by cell: rows that were sorted or moved about are no edits.
 * @param written the rows as the copy was made with
 */
export const editsInCopy = (
  rows: ReadonlyArray<ReturnedRow>,
  written: ReadonlyArray<WrittenRow>,
): Edited => {
  const hasIds = rows.some(({ id }) => id !== undefined);
  const own = byId(rows, written);
  const taken = new Set(own.values());
  const others = byWords(
    rows.filter((row) => !own.has(row)),
    written.filter((one) => !taken.has(one)),
    hasIds,
  );
  const found = new Map([...own, ...others]);
  const there = new Set([...found.values()].map(({ id }) => id));
  return {
    rows: found,
    edits: [
      ...rows.flatMap((row): ReadonlyArray<Edit> => {
        const one = found.get(row);
        return one === undefined ? [{ _tag: 'Added', row }] : changesIn(row, one);
      }),
      ...written
        .filter(({ id }) => !there.has(id))
        .map(({ id }): Edit => ({ _tag: 'Removed', id })),
    ],
  };
};
