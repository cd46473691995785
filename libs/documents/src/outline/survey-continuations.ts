import type { Block } from '../document/block.ts';
import { isPlanNumber } from '../recognisers/plan-number.ts';
import type { Columns } from './place.ts';
import type { TableRoles } from './survey-tables.ts';
import type { TableRow } from './table-rows.ts';

/** Two columns are a form or a key as often as not. */
const fewestColumns = 3;

const widthOf = (rows: ReadonlyArray<TableRow>): number =>
  rows.reduce(
    (most, { cells }) =>
      cells.reduce((width, { column, columns }) => Math.max(width, column + columns - 1), most),
    0,
  );

const lastColumns = (ofTable: TableRoles, table: number): Columns | undefined =>
  [...(ofTable.get(table)?.values() ?? [])]
    .flatMap((role) => (role.role === 'header' ? [role.columns] : []))
    .at(-1);

/** Whether a row may be an action's, or goes on about the one above: its number is one, or blank. */
const mayFollow = ({ cells }: TableRow, { meanings }: Columns): boolean =>
  cells.every(
    ({ column, text }) => meanings.get(column) !== 'ref' || text === '' || isPlanNumber(text),
  );

/**
 * Tables without a header right below a table of actions of the same width, as where somebody parted a table at the end
 * of a page: each with the columns that hold in it.
 */
export const surveyContinuations = (
  blocks: ReadonlyArray<Block>,
  tables: ReadonlyMap<number, ReadonlyArray<TableRow>>,
  roles: TableRoles,
  isKey: (block: Block) => boolean,
): ReadonlyMap<number, Columns> => {
  const found = new Map<number, Columns>();
  const seen = new Set<number>();
  blocks.forEach((block, at) => {
    const table = block.table?.table;
    if (table === undefined || seen.has(table)) return;
    seen.add(table);
    const above = blocks[at - 1]?.table?.table;
    if (above === undefined || roles.has(table) || isKey(block)) return;
    const columns = found.get(above) ?? lastColumns(roles, above);
    const [rows, others] = [tables.get(table) ?? [], tables.get(above) ?? []];
    const width = widthOf(rows);
    if (columns === undefined || width < fewestColumns || width !== widthOf(others)) return;
    if (rows.every((row) => mayFollow(row, columns))) found.set(table, { ...columns, table });
  });
  return found;
};
