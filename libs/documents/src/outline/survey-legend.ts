import { type Block, wordsOf } from '../document/block.ts';
import { isLegendHeading } from '../recognisers/legend.ts';
import { readLegendEntry } from '../recognisers/legend-entry.ts';
import { recogniseSectionHeading } from '../recognisers/section-heading.ts';
import type { Legend } from './colour-sense.ts';
import { entriesOf, entriesOfTwo, isColoured, isNameAlone, type Shown } from './legend-entries.ts';
import type { HeadedTables } from './survey-tables.ts';
import { filledCells, type TableRow } from './table-rows.ts';

const isKeyHeading = (words: string): boolean =>
  isLegendHeading(words) || recogniseSectionHeading(words)?.section === 'legend';

/** One colour alone explains nothing, and a key is mostly understood. */
const isKey = (entries: ReadonlyArray<Shown>): boolean => {
  const apart = new Set(entries.map(({ hex, entry }) => hex ?? entry.name ?? ''));
  return apart.size > 1 && entries.filter(({ entry }) => entry.rating !== undefined).length > 1;
};

const headsKey = (row: TableRow | undefined): boolean => {
  const [only, ...others] = row === undefined ? [] : filledCells(row);
  return only !== undefined && others.length === 0 && isKeyHeading(only.text);
};

/** "Colour | Meaning" over a key. */
const namesKeyColumns = (row: TableRow | undefined): boolean =>
  row !== undefined &&
  filledCells(row).length > 1 &&
  filledCells(row).every(({ text }) =>
    /^(?:(?:rag\s+)?(?:colours?|rating|status|key|code|symbol)|meaning|definition|description|explanation|what it means)$/i.test(
      text,
    ),
  );

/** Where a key may stand in a table: below its own heading, and in rows that are no actions'. */
type MayBeKey = Readonly<{
  isBelowHeading: (row: TableRow) => boolean;
  isFree: (row: TableRow) => boolean;
  /** The heads of a table of actions end a key, also where they are coloured. */
  isHeader: (row: TableRow) => boolean;
}>;

const blocksOf = (row: TableRow | undefined): ReadonlyArray<Block> =>
  (row?.cells ?? []).flatMap(({ blocks }) => blocks);

/** The keys among some rows: rows that follow one another and hold nothing but entries. */
const keysIn = (
  rows: ReadonlyArray<TableRow>,
  { isBelowHeading, isFree, isHeader }: MayBeKey,
): ReadonlyArray<Shown> => {
  const found: Array<Shown> = [];
  let run: Array<Shown> = [];
  let isInKey = false;
  let above: ReadonlyArray<Block> = [];
  const endRun = (): void => {
    const [first, ...others] = run;
    if (first !== undefined && isKey(run))
      found.push({ ...first, blocks: [...above, ...first.blocks] }, ...others);
    run = [];
    above = [];
  };
  const taken = new Set<TableRow>();
  rows.forEach((row, at) => {
    if (taken.has(row)) return;
    isInKey = !isHeader(row) && (isInKey || isBelowHeading(row));
    if (headsKey(row) || namesKeyColumns(row)) {
      endRun();
      isInKey = true;
      above = [...(headsKey(rows[at - 1]) ? blocksOf(rows[at - 1]) : []), ...blocksOf(row)];
      return;
    }
    const mayHold = (one: TableRow): boolean => isInKey || isFree(one);
    const next = rows[at + 1];
    const two =
      next !== undefined && !isHeader(next) && mayHold(row) && mayHold(next)
        ? entriesOfTwo(row, next, isInKey)
        : undefined;
    if (two !== undefined && next !== undefined) taken.add(next);
    const entries = two ?? (mayHold(row) ? entriesOf(row, isInKey) : undefined);
    if (entries !== undefined) {
      run.push(...entries);
      return;
    }
    endRun();
    if (filledCells(row).length > 0) isInKey = false;
  });
  endRun();
  return found;
};

/** The last rows of a table of actions that explain a colour each: no action is so short. */
const tailOf = (rows: ReadonlyArray<TableRow>): ReadonlySet<TableRow> => {
  const end = rows.findLastIndex(
    (row) =>
      filledCells(row).length > 0 &&
      !(
        row.cells.filter((cell) => cell.text !== '' || isColoured(cell)).length <= 2 &&
        entriesOf(row, false)?.every(({ hex }) => hex !== undefined) === true
      ),
  );
  return new Set(rows.slice(end + 1));
};

/** A key in one line has an entry for each of a handful of colours. */
const longestLine = 600;

/** "Key: purple = overdue; blue = complete", or one of them a line. */
const inLine = (block: Block, isInKey: boolean): ReadonlyArray<Shown> => {
  const all = wordsOf(block);
  if (all.length > longestLine) return [];
  const words = all.replace(/^[^:=–-]{0,30}\b(?:key|legend)\b[^:]{0,20}:\s*/i, '');
  const parts = words.split(/\s*[;|]\s*|,\s+(?=\p{L}+\s*[:=–-])/u).filter((part) => part !== '');
  const entries = parts.map(readLegendEntry);
  const isListed = entries.every(
    (entry, at) =>
      entry?.name !== undefined && entry.rating !== undefined && !isNameAlone(parts[at] ?? ''),
  );
  if (!isListed && !(isInKey && isColoured(block))) return [];
  return entries.flatMap((entry) =>
    entry === undefined
      ? []
      : [
          {
            ...(parts.length === 1 && isColoured(block) && block.fill !== undefined
              ? { hex: block.fill.hex }
              : {}),
            entry,
            blocks: [block],
          },
        ],
  );
};

const inLines = (blocks: ReadonlyArray<Block>): ReadonlyArray<Shown> => {
  const found: Array<Shown> = [];
  let isInKey = false;
  for (const block of blocks) {
    if (block.table !== undefined || block.aside !== undefined) continue;
    const words = wordsOf(block);
    const entries = words === '' ? [] : inLine(block, isInKey);
    found.push(
      ...(block.kind === 'list item' && !isInKey
        ? entries.map((one) => ({ ...one, blocks: [] }))
        : entries),
    );
    if (entries.length === 0 && words !== '') isInKey = isKeyHeading(words);
  }
  return found;
};

/** The rows of tables that stand right below the heading of a key, by table and row. */
const belowHeadings = (blocks: ReadonlyArray<Block>): ReadonlySet<string> =>
  new Set(
    blocks.flatMap(({ table }, at) => {
      const above = blocks[at - 1];
      const isBelow = above !== undefined && above.table === undefined;
      return table !== undefined && isBelow && isKeyHeading(wordsOf(above))
        ? [`${table.table} ${table.row}`]
        : [];
    }),
  );

/**
 * What the document's own key says of colours: in a table of coloured cells and their meanings, in rows above or below
 * the actions of a sheet, or in lines.
 */
export const surveyLegend = (
  blocks: ReadonlyArray<Block>,
  tables: ReadonlyMap<number, ReadonlyArray<TableRow>>,
  headed: HeadedTables,
): Legend => {
  const below = belowHeadings(blocks);
  const inTables = [...tables].flatMap(([table, rows]) => {
    const header = headed.get(table)?.[0]?.header.row;
    const tail = header === undefined ? new Set<TableRow>() : tailOf(rows);
    return keysIn(rows, {
      isBelowHeading: ({ row }) => below.has(`${table} ${row}`),
      isHeader: ({ row }) => row === header,
      isFree: (row) => header === undefined || row.row < header || tail.has(row),
    });
  });
  const all = [...inTables, ...inLines(blocks)];
  return {
    shown: all.flatMap(({ hex, entry }) => (hex === undefined ? [] : [{ hex, entry }])),
    named: new Map(
      all.flatMap(({ entry }) => (entry.name === undefined ? [] : [[entry.name, entry] as const])),
    ),
    blocks: new Set(all.flatMap((one) => one.blocks.map(({ index }) => index))),
  };
};
