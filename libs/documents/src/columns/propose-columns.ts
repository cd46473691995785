import { ColumnHead, type ColumnMeaning, plainHead } from '@trackrecord/domain';
import { originOf } from '../assembly/origin-of.ts';
import type { Block } from '../document/block.ts';
import type { Finding } from '../outline/finding.ts';
import type { ProposedColumn } from '../proposal/column.ts';
import { chosenMeaning, type ColumnMeanings, meaningOfHead } from './column-meanings.ts';
import { guessMeanings } from './guess-meanings.ts';
import { type HeadedTable, headedTables } from './headed-table.ts';
import { type ColumnKind, kindOfColumn } from './kind-of-column.ts';
import { sampleRows } from './sample-rows.ts';
import { cellAt, type GridCell, tablesIn } from './table-grid.ts';

/** A column with a head that can be asked about, and with something in it. */
type Column = Readonly<{
  cell: GridCell;
  head: ColumnHead;
  kind: ColumnKind;
  chosen: ColumnMeaning | undefined;
  named: ColumnMeaning | undefined;
}>;

/** So many rows tell what a column holds; a sheet may have tens of thousands. */
const looked = 200;

const chosenBy = (
  meanings: ColumnMeanings,
  names: ReadonlyArray<string>,
): ColumnMeaning | undefined => {
  const [first] = names.flatMap((name) => chosenMeaning(meanings, name) ?? []);
  return first;
};

const columnsIn = (
  { heads, body, isRead, meanings: read }: HeadedTable,
  meanings: ColumnMeanings,
): ReadonlyArray<Column> =>
  heads.flatMap((cell): ReadonlyArray<Column> => {
    const { text: head, column, names } = cell;
    const kind = kindOfColumn(body.slice(0, looked).flatMap((row) => cellAt(row, column) ?? []));
    if (kind === undefined || !ColumnHead.is(head)) return [];
    const named = isRead ? read.get(column) : meaningOfHead(meanings, head);
    return [{ cell, head, kind, chosen: chosenBy(meanings, names), named }];
  });

const isAsked = ({ chosen, named }: Column): boolean => chosen === undefined && named === undefined;

/** Where no column is the action, the one with sentences is asked about, whatever its head is known for. */
const askedToo = (columns: ReadonlyArray<Column>): ReadonlyArray<Column> => {
  const hasAction = columns.some(
    (column) => column.named === 'action' || (isAsked(column) && column.kind === 'prose'),
  );
  const other = hasAction
    ? undefined
    : columns.find(({ kind, chosen }) => kind === 'prose' && chosen === undefined);
  return columns.map((column) => (column === other ? { ...column, named: undefined } : column));
};

const tells: ReadonlySet<ColumnMeaning> = new Set(['rating', 'timescale', 'lead', 'ref']);

/** A table is one of actions if it has a column of them, and one that says who, when or how they stand. */
const isOfActions = (meanings: ReadonlyArray<ColumnMeaning>): boolean =>
  meanings.includes('action') && meanings.some((meaning) => tells.has(meaning));

const proposedIn = (
  table: HeadedTable,
  meanings: ColumnMeanings,
): ReadonlyArray<ProposedColumn> => {
  const found = columnsIn(table, meanings);
  const columns = table.isRead ? found : askedToo(found);
  const asked = columns.filter(isAsked);
  const known = columns.flatMap(({ chosen, named }) => chosen ?? named ?? []);
  const guesses = guessMeanings(
    asked.map(({ kind }) => kind),
    known,
  );
  const isShown =
    table.isRead ||
    isOfActions([...known, ...guesses]) ||
    columns.some(({ chosen }) => chosen !== undefined);
  if (!isShown) return [];
  return columns.flatMap((column): ReadonlyArray<ProposedColumn> => {
    const { cell, head, chosen, named } = column;
    const [block] = cell.blocks;
    if (block === undefined) return [];
    return [
      {
        from: originOf(block, head),
        head,
        state: isAsked(column) ? 'asked' : chosen === undefined ? 'named' : 'chosen',
        meaning: chosen ?? named ?? guesses[asked.indexOf(column)] ?? 'nothing',
        samples: sampleRows(table.heads, table.body, cell.column),
      },
    ];
  });
};

/**
 * The columns of a document's tables of actions, each head once: what each means by its head or by what somebody
 * said, and for those of which nobody knows it a guess. Of a table that was not read, though it looks like one of
 * actions, those are what to ask about.
 */
export const proposeColumns = (
  blocks: ReadonlyArray<Block>,
  findings: ReadonlyArray<Finding>,
  meanings: ColumnMeanings,
): ReadonlyArray<ProposedColumn> => {
  const found = Map.groupBy(findings, ({ block }) => block);
  const columns = tablesIn(blocks)
    .flatMap((rows) => headedTables(rows, found))
    .flatMap((table) => proposedIn(table, meanings));
  return [...Map.groupBy(columns, ({ head }) => plainHead(head)).values()].flatMap(
    ([first]) => first ?? [],
  );
};
