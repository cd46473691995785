import type { CopyField } from '@trackrecord/documents';
import { columns, type Row } from './copy-document.ts';

/** A plan as a plain table, and what was said of each action; closed ones stay in it. */
export type Table = ReadonlyArray<
  Readonly<{ id: string | null; cells: ReadonlyMap<CopyField, string>; notes: ReadonlySet<string> }>
>;

/** What a copy comes to, by a plain reading of the rule: docs/documents.md, “Copies that come back”. */
export type Merged = Readonly<{ table: Table; clashes: ReadonlySet<string> }>;

const cell = (row: Pick<Row, 'cells'> | undefined, column: CopyField): string =>
  row?.cells.get(column) ?? '';

/** Names in whatever order are the same names. */
const same = (a: string, b: string): boolean =>
  a.split('; ').toSorted().join() === b.split('; ').toSorted().join();

const compared = columns.filter((column) => column !== 'newNote' && column !== 'latestNote');

const notesOf = (row: Row): ReadonlySet<string> =>
  new Set([cell(row, 'newNote')].filter((note) => note !== ''));

const needsOpen: ReadonlySet<CopyField> = new Set(['rating', 'lead', 'support', 'byWhen']);

/**
 * @param made the copy's rows as it was made
 * @param now the plan as it stands
 * @param copy the copy's rows as it came back
 */
export const merged = (made: ReadonlyArray<Row>, now: Table, copy: ReadonlyArray<Row>): Merged => {
  const clashes = new Set<string>();
  const back = new Map(copy.flatMap((row) => (row.id === null ? [] : [[row.id, row] as const])));
  const before = new Map(made.map((row) => [row.id ?? '', row]));
  const gone = made.filter(({ id }) => !back.has(id ?? '')).length;
  // So many are hardly meant: somebody is to choose.
  const isMany = gone > 3 && gone > made.length / 3;
  const standing = now.flatMap((row) => {
    const [was, says] = [before.get(row.id ?? ''), back.get(row.id ?? '')];
    if (was === undefined) return [row];
    const changed = compared.some((column) => !same(cell(row, column), cell(was, column)));
    const isTouched = changed || row.notes.size > 0;
    if (says === undefined) {
      const isLeft = isTouched || isMany;
      if (isLeft) clashes.add(`${row.id ?? ''} row`);
      return isLeft ? [row] : [];
    }
    const cells = new Map(row.cells);
    const isOpen = cell(row, 'status') === 'open';
    for (const column of compared) {
      const [old, stands, said] = [cell(was, column), cell(row, column), cell(says, column)];
      if (same(said, old) || same(said, stands)) continue;
      if (!same(stands, old)) clashes.add(`${row.id ?? ''} ${column}`);
      else if (isOpen || !needsOpen.has(column)) cells.set(column, said);
    }
    return [{ ...row, cells, notes: new Set([...row.notes, ...notesOf(says)]) }];
  });
  const there = new Set(now.map(({ id }) => id));
  for (const [id, was] of before) {
    const says = back.get(id);
    if (there.has(id) || says === undefined) continue;
    for (const column of columns)
      if (!same(cell(says, column), cell(was, column))) clashes.add(`${id} row`);
  }
  const added = copy.filter(({ id }) => id === null);
  return {
    clashes,
    table: [
      ...standing,
      ...added.map((row) => ({ id: null, cells: row.cells, notes: notesOf(row) })),
    ],
  };
};
