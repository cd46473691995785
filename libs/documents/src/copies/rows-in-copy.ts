import { type Block, wordsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { placed } from '../proposal/placed.ts';
import { actionHeads } from './copy-form.ts';
import { type CopyField, plainWords, type ReturnedRow } from './copy-row.ts';

type Head = keyof typeof actionHeads;
type Row = ReadonlyArray<Block>;
type Columns = ReadonlyMap<number, Head>;

const isHead = (name: string): name is Head => Object.hasOwn(actionHeads, name);

const headNamed: ReadonlyMap<string, Head> = new Map(
  Object.entries(actionHeads).flatMap(([head, words]) =>
    isHead(head) ? [[words.toLowerCase(), head] as const] : [],
  ),
);

/** What stands in each column, where a row has the heads of an action register, or some of them. */
const columnsOf = (row: Row): Columns => {
  const columns = new Map<number, Head>();
  for (const block of row) {
    const head = headNamed.get(plainWords(wordsOf(block)).toLowerCase());
    if (head !== undefined && block.table !== undefined) columns.set(block.table.column, head);
  }
  return columns;
};

/** Without these heads a register cannot be read. */
const needed: ReadonlyArray<Head> = ['action', 'rating'];

/** So many of a register's heads in one row are no chance. */
const fewestHeads = 5;

/** Blocks one after another that are one row of a table, or one that is no cell. */
const rowsOf = (blocks: ReadonlyArray<Block>): ReadonlyArray<Row> => {
  const rows: Array<Array<Block>> = [];
  for (const block of blocks) {
    const before = rows.at(-1)?.[0]?.table;
    const { table } = block;
    if (before !== undefined && table?.table === before.table && table.row === before.row)
      rows.at(-1)?.push(block);
    else rows.push([block]);
  }
  return rows;
};

/** A cell that reaches into rows below: its words are theirs too. */
type Merged = ReadonlyMap<number, Readonly<{ last: number; words: string }>>;

/** What reaches below a row, of what reached into it and of its own cells. */
const reachingBelow = (row: Row, before: Merged): Merged => {
  const at = row[0]?.table?.row ?? 0;
  const merged = new Map([...before].filter(([, { last }]) => last > at));
  for (const block of row) {
    const { table } = block;
    if (table?.rows !== undefined && table.rows > 1)
      merged.set(table.column, { last: table.row + table.rows - 1, words: wordsOf(block) });
  }
  return merged;
};

/**
 * The words of a row by what stands in its columns. A cell that is not there is empty: whoever deleted what stood in it
 * said so. One that a merged cell above covers says the same; one that a cell beside it covers says nothing of its own.
 */
const wordsIn = (row: Row, columns: Columns, above: Merged): ReadonlyMap<Head, string> => {
  const words = new Map<Head, string>();
  const covered = new Set(
    row.flatMap(({ table }) =>
      Array.from(
        { length: Math.min((table?.columns ?? 1) - 1, 100) },
        (_, beside) => (table?.column ?? 0) + beside + 1,
      ),
    ),
  );
  for (const [column, head] of columns) {
    const own = row.filter(({ table }) => table?.column === column);
    if (own.length === 0 && covered.has(column)) continue;
    const said = own.length === 0 ? [above.get(column)?.words ?? ''] : own.map(wordsOf);
    words.set(head, said.filter((line) => line !== '').join('\n'));
  }
  return words;
};

const returnedRow = (
  row: Row,
  columns: Columns,
  above: Merged,
  heading: string | undefined,
): ReadonlyArray<ReturnedRow> => {
  const words = wordsIn(row, columns, above);
  const [first] = row;
  if (first === undefined || row.every((block) => wordsOf(block) === '')) return [];
  const cells: { [field in CopyField]?: string } = {};
  for (const [head, text] of words) if (head !== 'id') cells[head] = text;
  // A paper has its actions under headings, and no column for them.
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
  return [{ ...(id === '' ? {} : { id }), cells, isUnderHeading, from, blocks }];
};

/** The register of a copy that came back. */
export type Register = Readonly<{
  rows: ReadonlyArray<ReturnedRow>;
  /** Tables that are a register but for a head that it cannot be read without, and what lacks. */
  headless: ReadonlyArray<Readonly<{ place: string; lacks: string }>>;
  /** Headings where those of priorities stand, and that name none that is known. */
  unknownHeadings: ReadonlyArray<Block>;
}>;

/** Which place the rows stand under while a copy is gone through, and how deep its heading is. */
type Heading = Readonly<{ words: string | undefined; level: number }>;

/** A heading of the same depth as a priority's, or above it, ends what stood under that. */
const under = (block: Block, before: Heading, isPlace: (heading: string) => boolean): Heading => {
  const words = plainWords(wordsOf(block));
  const level = block.level ?? 0;
  if (isPlace(words)) return { words, level };
  return before.words !== undefined && level > before.level
    ? before
    : { words: undefined, level: before.level };
};

/**
 * The actions of a copy that came back, wherever its tables were moved to.
 * @param isPlace whether a heading is that of a priority or an enabler: what stands below is in that place
 */
export const rowsInCopy = (
  { blocks }: Pick<Document, 'blocks'>,
  isPlace: (heading: string) => boolean,
): Register => {
  const rows: Array<ReturnedRow> = [];
  const headless: Array<Register['headless'][number]> = [];
  const unknownHeadings: Array<Block> = [];
  let columns: Columns | undefined;
  let merged: Merged = new Map();
  let heading: Heading = { words: undefined, level: 0 };
  let unknown: Block | undefined;
  let table: number | undefined;
  for (const row of rowsOf(blocks)) {
    const [first] = row;
    if (first === undefined) continue;
    if (first.table === undefined) {
      if (first.kind !== 'heading') continue;
      const before = heading;
      heading = under(first, before, isPlace);
      unknown = heading.words === undefined && before.level > 0 ? first : undefined;
      continue;
    }
    if (first.table.table !== table) {
      columns = undefined;
      merged = new Map();
    }
    table = first.table.table;
    const heads = columnsOf(row);
    const named = new Set(heads.values());
    const lacking = needed.filter((head) => !named.has(head));
    if (lacking.length === 0) {
      columns = heads;
      if (unknown !== undefined && !named.has('priority')) unknownHeadings.push(unknown);
      unknown = undefined;
    } else if (columns === undefined && named.size >= fewestHeads)
      headless.push({
        place: first.place ?? `line ${first.line}`,
        lacks: lacking.map((head) => `“${actionHeads[head]}”`).join(' and '),
      });
    else if (columns !== undefined) rows.push(...returnedRow(row, columns, merged, heading.words));
    merged = reachingBelow(row, merged);
  }
  return { rows, headless, unknownHeadings };
};
