import type { ColumnMeanings } from '../columns/column-meanings.ts';
import { isTotalsRow } from '../recognisers/totals-row.ts';
import { type ColouredColumns, colouredColumns } from './coloured-columns.ts';
import { columnsOf, type NamedColumns } from './columns-of.ts';
import { type HeaderRows, headersOf } from './header-rows.ts';
import type { Columns } from './place.ts';
import { type SaysColour, shadesOf } from './row-colours.ts';
import type { TableCell, TableRow } from './table-rows.ts';

/** What a row of a table is, where it is none of an action: a header, or words above or below one. */
export type RowRole =
  | Readonly<{ role: 'header'; columns: Columns; messages: ReadonlyArray<string> }>
  | Readonly<{ role: 'head' }>;

/** The headers of a document's tables of actions: by table, then by row. */
export type TableRoles = ReadonlyMap<number, ReadonlyMap<number, RowRole>>;

export type HeadedTables = ReadonlyMap<number, ReadonlyArray<HeaderRows>>;

/** Which tables are of actions, and where their headers are. */
export const headersIn = (
  tables: ReadonlyMap<number, ReadonlyArray<TableRow>>,
  chosen: ColumnMeanings,
): HeadedTables =>
  new Map(
    [...tables].flatMap(([table, rows]) => {
      const headers = headersOf(rows, chosen);
      return headers.length === 0 ? [] : [[table, headers] as const];
    }),
  );

const titleOf = ({ cells }: TableRow, { meanings }: NamedColumns): TableCell | undefined =>
  cells.find(({ column, text }) => text !== '' && meanings.get(column) === 'action');

/** The rows between one header and the next that have a title. */
const actionRows = (rows: ReadonlyArray<TableRow>, named: NamedColumns): ReadonlyArray<TableRow> =>
  rows.filter(
    (row) =>
      row.cells.length > 1 &&
      titleOf(row, named) !== undefined &&
      !isTotalsRow(
        row.cells.map(({ text }) => text),
        true,
      ),
  );

const severalRatings = ({ ratings }: NamedColumns): ReadonlyArray<string> =>
  ratings.length < 2 || ratings.every(({ head }) => head === ratings[0]?.head)
    ? []
    : [
        `Ratings stand in several columns (${ratings.map(({ head }) => `"${head}"`).join(', ')}): the last one that is filled is taken, but for previous ones; the others are kept beside the action.`,
      ];

const messagesOf = (named: NamedColumns, { message }: ColouredColumns): ReadonlyArray<string> => [
  ...severalRatings(named),
  ...(message === undefined ? [] : [message]),
];

type Headed = Readonly<{ one: HeaderRows; body: ReadonlyArray<TableRow> }>;

/** Each header with the rows below it, up to the next. */
const withBodies = (
  rows: ReadonlyArray<TableRow>,
  headers: ReadonlyArray<HeaderRows>,
): ReadonlyArray<Headed> =>
  headers.map((one, nth) => {
    const next = headers[nth + 1];
    const end = next === undefined ? rows.length : next.at - (next.groups === undefined ? 0 : 1);
    return { one, body: rows.slice(one.at + (one.parts === undefined ? 1 : 2), end) };
  });

/** A header that comes again on every page is one header. */
const sameHeader = ({ one: { header, groups, parts } }: Headed): string =>
  JSON.stringify([header, groups, parts].map((row) => row?.cells.map(({ text }) => text)));

const rolesIn = (
  table: number,
  rows: ReadonlyArray<TableRow>,
  headers: ReadonlyArray<HeaderRows>,
  chosen: ColumnMeanings,
  says: SaysColour,
): ReadonlyMap<number, RowRole> => {
  const roles = new Map<number, RowRole>();
  for (const same of Map.groupBy(withBodies(rows, headers), sameHeader).values()) {
    const [first] = same;
    if (first === undefined) continue;
    const body = same.flatMap((headed) => headed.body);
    const named = columnsOf(first.one, body, chosen);
    const actions = actionRows(body, named);
    const shades = shadesOf(says, actions);
    const coloured = colouredColumns(says, first.one.header, actions, named, shades);
    const { meanings, ratings } = named;
    const columns: Columns = { table, meanings, ratings, coloured: coloured.coloured, shades };
    same.forEach(({ one: { header, groups, parts } }, nth) => {
      for (const row of [groups, parts]) {
        if (row !== undefined) roles.set(row.row, { role: 'head' });
      }
      const messages = nth === 0 ? messagesOf(named, coloured) : [];
      roles.set(header.row, { role: 'header', columns, messages });
    });
  }
  return roles;
};

/** Reads the headers of all tables of actions, and what the colours below them mean. */
export const surveyTables = (
  tables: ReadonlyMap<number, ReadonlyArray<TableRow>>,
  headed: HeadedTables,
  chosen: ColumnMeanings,
  says: SaysColour,
): TableRoles =>
  new Map(
    [...headed].map(([table, headers]) => [
      table,
      rolesIn(table, tables.get(table) ?? [], headers, chosen, says),
    ]),
  );
