import { type Block, wordsOf } from '../document/block.ts';
import { isHeadingLike, readsLikeTitle } from '../recognisers/heading-like.ts';
import { isLegendHeading } from '../recognisers/legend.ts';
import { recogniseOutcomeHeading } from '../recognisers/outcome-heading.ts';
import { isPlanNumber } from '../recognisers/plan-number.ts';
import { withoutKind } from '../recognisers/priority-heading.ts';
import { recogniseSectionHeading } from '../recognisers/section-heading.ts';
import { isTotalsRow } from '../recognisers/totals-row.ts';
import type { Columns } from './place.ts';
import type { TableRoles } from './survey-tables.ts';
import { filledCells, type TableCell, type TableRow } from './table-rows.ts';

/** A heading that is taken for a priority, since actions stand right below it. */
export type TakenHeading = Readonly<{ ref: string; title: string }>;

const numbered =
  /^(?:(?:outcome|theme|workstream|strand|pillar|area|section|part|chapter|ambition|commitment|sheet)\s+)?(\d{1,3}[a-z]?|[A-Z](?=\s*[:.)–—-]))\s*[:.)–—-]?\s+(?=\S)/iu;

const longestRef = 60;

const headingIn = (words: string): TakenHeading => {
  const plain = withoutKind(words.replace(/\s+/gu, ' ').trim());
  const found = numbered.exec(plain);
  const title = found === null ? plain : plain.slice(found[0].length).trim();
  return found?.[1] === undefined || title === ''
    ? { ref: plain.slice(0, longestRef).trim(), title: plain }
    : {
        ref: found[1].toUpperCase().replace(/(?<=\d)[A-Z]$/, (letter) => letter.toLowerCase()),
        title,
      };
};

/** Names that say nothing of what the actions are for. */
const isGeneric = (words: string): boolean =>
  recogniseSectionHeading(words) !== undefined ||
  isLegendHeading(words) ||
  /^(?:sheet|table|tab|page|figure)\s*\d*\.?$|\b(?:plan|strategy|register|log|tracker)\b/i.test(
    words,
  );

const mayName = (words: string): boolean =>
  readsLikeTitle(words) && !isGeneric(words) && recogniseOutcomeHeading(words) === undefined;

/** The heading between the table before and this one: by its style, else by its look. */
const headingAbove = (between: ReadonlyArray<Block>): Block | undefined => {
  const named = between.filter((block) => isHeadingLike(block) && mayName(wordsOf(block)));
  return named.findLast(({ kind }) => kind === 'heading') ?? named.at(-1);
};

/** The headings right above tables, where each table of actions has one of its own. */
const aboveTables = (
  blocks: ReadonlyArray<Block>,
  roles: TableRoles,
  isKey: (block: Block) => boolean,
): ReadonlyArray<readonly [Block, TakenHeading]> => {
  const found: Array<readonly [Block, TakenHeading]> = [];
  const seen = new Set<number>();
  let between: Array<Block> = [];
  for (const block of blocks) {
    const table = block.table?.table;
    if (table === undefined) {
      if (block.aside === undefined) between.push(block);
      continue;
    }
    if (isKey(block)) continue;
    if (!seen.has(table)) {
      seen.add(table);
      const isOfActions = roles.has(table);
      const heading = isOfActions ? headingAbove(between) : undefined;
      // A table between the others that holds no actions shows that headings are about more than these.
      if (heading === undefined && (isOfActions || found.length > 0)) return [];
      if (heading !== undefined) found.push([heading, headingIn(wordsOf(heading))]);
    }
    between = [];
  }
  const titles = new Set(found.map(([, { title }]) => title.toLowerCase()));
  return found.length > 1 && titles.size === found.length ? found : [];
};

/** The rows between a header and what stands above it: the header before, or the table's beginning. */
const rowsAbove = (
  rows: ReadonlyArray<TableRow>,
  ofTable: ReadonlyMap<number, unknown>,
  at: number,
): ReadonlyArray<TableRow> => {
  const before = rows.slice(0, at);
  return before.slice(before.findLastIndex(({ row }) => ofTable.has(row)) + 1);
};

/** Titles in rows of their own right above headers, where each header has one. */
const aboveHeaders = (
  tables: ReadonlyMap<number, ReadonlyArray<TableRow>>,
  roles: TableRoles,
): ReadonlyArray<readonly [Block, TakenHeading]> => {
  const found = [...roles].flatMap(([table, ofTable]) => {
    const rows = tables.get(table) ?? [];
    return rows.flatMap((row, at): ReadonlyArray<readonly [Block, TakenHeading] | undefined> => {
      if (ofTable.get(row.row)?.role !== 'header') return [];
      const above = rowsAbove(rows, ofTable, at).map(filledCells);
      const [only, ...others] = above.findLast((cells) => cells.length > 0) ?? [];
      const block = only?.blocks[0];
      const isTitle = only !== undefined && others.length === 0 && mayName(only.text);
      return [isTitle && block !== undefined ? [block, headingIn(only.text)] : undefined];
    });
  });
  const named = found.filter((one) => one !== undefined);
  const titles = new Set(named.map(([, { title }]) => title.toLowerCase()));
  return named.length === found.length && named.length > 1 && titles.size === named.length
    ? named
    : [];
};

/** The one cell with words of a row that heads those below it: across the table, or in a number's place. */
const headOfRows = (row: TableRow, { meanings }: Columns): TableCell | undefined => {
  const [only, ...others] = filledCells(row);
  if (only === undefined || others.length > 0 || !mayName(only.text)) return undefined;
  const covers = Array.from({ length: Math.min(only.columns, 64) }, (_, at) => only.column + at);
  const isAcross = only.columns > 1 && covers.some((column) => meanings.get(column) === 'action');
  const inNumbersPlace =
    row.cells.length > 1 && meanings.get(only.column) === 'ref' && !isPlanNumber(only.text);
  const isSum = isTotalsRow([only.text], true);
  return (isAcross || inNumbersPlace) && !isSum ? only : undefined;
};

const isAction = (row: TableRow | undefined, { meanings }: Columns): boolean =>
  row !== undefined &&
  filledCells(row).length > 1 &&
  filledCells(row).some(({ column }) => meanings.get(column) === 'action');

/** Rows that head the actions below them in their table. */
const inTables = (
  tables: ReadonlyMap<number, ReadonlyArray<TableRow>>,
  roles: TableRoles,
): ReadonlyArray<readonly [Block, TakenHeading]> =>
  [...roles].flatMap(([table, ofTable]) => {
    const rows = tables.get(table) ?? [];
    const found: Array<readonly [Block, TakenHeading]> = [];
    let columns: Columns | undefined;
    rows.forEach((row, at) => {
      const role = ofTable.get(row.row);
      if (role?.role === 'header') columns = role.columns;
      if (role !== undefined || columns === undefined) return;
      const head = headOfRows(row, columns);
      const block = head?.blocks[0];
      if (head !== undefined && block !== undefined && isAction(rows[at + 1], columns)) {
        found.push([block, headingIn(head.text)]);
      }
    });
    return found;
  });

const namesPriorities = (roles: TableRoles): boolean =>
  [...roles.values()].some((ofTable) =>
    [...ofTable.values()].some(
      (role) =>
        role.role === 'header' &&
        [...role.columns.meanings.values()].some(
          (meaning) => meaning === 'priority' || meaning === 'theme',
        ),
    ),
  );

/**
 * Headings that are a plan's priorities, though nothing calls them so: one above each table of actions, or rows across
 * a table. Only in a document that names no priorities itself. By the index of their blocks.
 */
export const surveyHeadings = (
  blocks: ReadonlyArray<Block>,
  tables: ReadonlyMap<number, ReadonlyArray<TableRow>>,
  roles: TableRoles,
  hasPriorities: boolean,
  isKey: (block: Block) => boolean,
): ReadonlyMap<number, TakenHeading> => {
  if (hasPriorities || namesPriorities(roles)) return new Map();
  const found =
    [
      () => aboveTables(blocks, roles, isKey),
      () => aboveHeaders(tables, roles),
      () => inTables(tables, roles),
    ]
      .map((look) => look())
      .find((some) => some.length > 0) ?? [];
  return new Map(found.map(([{ index }, heading]) => [index, heading]));
};
