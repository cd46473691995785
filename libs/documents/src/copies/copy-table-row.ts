import { type Block, wordsOf } from '../document/block.ts';
import { nothingByColour, readColour, type ColourSays } from '../outline/colour-sense.ts';
import { placed } from '../proposal/placed.ts';
import { actionHeads } from './copy-form.ts';
import type { Columns, Head } from './copy-columns.ts';
import type { CopyField, ReturnedRow } from './copy-row.ts';

/** The blocks of one row of a table. */
export type TableRow = ReadonlyArray<Block>;

/** Cells that reach into rows below: their words are those rows' too. */
export type Merged = ReadonlyMap<number, Readonly<{ last: number; words: string }>>;

/** What reaches below a row, of what reached into it and of its own cells. */
export const reachingBelow = (row: TableRow, before: Merged): Merged => {
  const at = row[0]?.table?.row ?? 0;
  const merged = new Map([...before].filter(([, { last }]) => last > at));
  for (const block of row) {
    const { table } = block;
    if (table?.rows !== undefined && table.rows > 1)
      merged.set(table.column, { last: table.row + table.rows - 1, words: wordsOf(block) });
  }
  return merged;
};

/** So far is looked what a merged cell covers. */
const widest = 100;

/** The columns that merged cells of a row cover beside themselves. */
const coveredIn = (row: TableRow): ReadonlySet<number> =>
  new Set(
    row.flatMap(({ table }) =>
      Array.from(
        { length: Math.min((table?.columns ?? 1) - 1, widest) },
        (_, beside) => (table?.column ?? 0) + beside + 1,
      ),
    ),
  );

/** What stands above a table: the heading of a priority or an enabler, and the small one below that. */
export type Above = Readonly<{ heading: string | undefined; part: string | undefined }>;

/**
 * The words of a row by what stands in its columns. A cell that is not there is empty: whoever deleted what stood in it
 * said so. One that a merged cell above covers says the same; one that a cell beside it covers says nothing of its own,
 * as does one whose value nobody could read.
 */
export const wordsIn = (
  row: TableRow,
  columns: Columns,
  above: Merged,
  isUnread: (block: Block) => boolean = () => false,
): ReadonlyMap<Head, string> => {
  const words = new Map<Head, string>();
  const covered = coveredIn(row);
  for (const [column, head] of columns) {
    const own = row.filter(({ table }) => table?.column === column);
    if ((own.length === 0 && covered.has(column)) || own.some(isUnread)) continue;
    const said = own.length === 0 ? [above.get(column)?.words ?? ''] : own.map(wordsOf);
    words.set(head, said.filter((line) => line !== '').join('\n'));
  }
  return words;
};

const colourSays = readColour({ shown: [], named: new Map(), blocks: new Set() });

/** What the colour of the rating's cell says. */
const colourIn = (row: TableRow, columns: Columns): ColourSays => {
  const block = row.find(({ table }) => columns.get(table?.column ?? 0) === 'rating');
  return block?.fill === undefined || block.fill.by === 'words'
    ? nothingByColour
    : colourSays(block.fill, block.kind);
};

/**
 * A row of a register as it came back; nothing where all its cells are empty.
 * @param over the headings that it stands under: a paper has no columns for priorities and themes
 */
export const returnedRow = (
  row: TableRow,
  columns: Columns,
  above: Merged,
  over: Above,
  isUnread: (block: Block) => boolean,
): ReadonlyArray<ReturnedRow> => {
  const { heading, part } = over;
  const words = wordsIn(row, columns, above, isUnread);
  const [first] = row;
  if (first === undefined || row.every((block) => wordsOf(block) === '')) return [];
  const cells: { [field in CopyField]?: string } = {};
  for (const [head, text] of words) if (head !== 'id') cells[head] = text;
  const isUnderHeading = heading !== undefined && cells.priority === undefined;
  if (isUnderHeading) cells.priority = heading;
  const id = words.get('id')?.trim() ?? '';
  const { index: block, line } = first;
  const from = { block, line, words: words.get('action') ?? '', ...placed(first) };
  const blocks = row.map(({ index, line: at, table }) => {
    const head = columns.get(table?.column ?? 0);
    return {
      block: index,
      line: at,
      field: head === undefined ? 'another column' : actionHeads[head].toLowerCase(),
    };
  });
  const colour = colourIn(row, columns);
  // A rating is often nothing but the colour of its cell.
  const isByColour = cells.rating === '' && colour._tag === 'Rated';
  if (isByColour) cells.rating = colour.rating;
  const unread = row.flatMap((block) => {
    const head = columns.get(block.table?.column ?? 0);
    return head === undefined || head === 'id' || !isUnread(block) ? [] : [head];
  });
  const own = { ...(id === '' ? {} : { id }), ...(part === undefined ? {} : { part }) };
  const table = first.table?.table ?? 0;
  return [{ ...own, table, cells, colour, isByColour, unread, isUnderHeading, from, blocks }];
};
