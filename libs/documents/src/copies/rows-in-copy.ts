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

/** What stands in each column, where a row is the heads of an action register. */
const columnsOf = (row: Row): Columns | undefined => {
  const columns = new Map<number, Head>();
  for (const block of row) {
    const head = headNamed.get(plainWords(wordsOf(block)).toLowerCase());
    if (head !== undefined && block.table !== undefined) columns.set(block.table.column, head);
  }
  const heads = new Set(columns.values());
  return heads.has('action') && heads.has('rating') ? columns : undefined;
};

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

/** The words of a row by column; a cell that is not there is empty: whoever deleted what stood in it said so. */
const wordsIn = (row: Row, columns: Columns): ReadonlyMap<Head, string> => {
  const words = new Map<Head, string>([...columns.values()].map((head) => [head, '']));
  for (const block of row) {
    const head = columns.get(block.table?.column ?? 0);
    if (head === undefined) continue;
    const before = words.get(head) ?? '';
    words.set(head, before === '' ? wordsOf(block) : `${before}\n${wordsOf(block)}`);
  }
  return words;
};

const returnedRow = (
  row: Row,
  columns: Columns,
  heading: string | undefined,
): ReadonlyArray<ReturnedRow> => {
  const words = wordsIn(row, columns);
  const [first] = row;
  const filled = [...words].filter(([head, text]) => head !== 'id' && text.trim() !== '');
  if (first === undefined || filled.length === 0) return [];
  const cells: { [field in CopyField]?: string } = {};
  for (const [head, text] of words) if (head !== 'id') cells[head] = text;
  // A paper has its actions under headings, and no column for them.
  if (heading !== undefined && cells.priority === undefined) cells.priority = heading;
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
  return [{ ...(id === '' ? {} : { id }), cells, from, blocks }];
};

/**
 * The actions of a copy that came back, wherever its tables were moved to.
 * @param isPlace whether a heading is that of a priority or an enabler: what stands below is in that place
 */
export const rowsInCopy = (
  { blocks }: Pick<Document, 'blocks'>,
  isPlace: (heading: string) => boolean,
): ReadonlyArray<ReturnedRow> => {
  const returned: Array<ReturnedRow> = [];
  let columns: Columns | undefined;
  let heading: string | undefined;
  let table: number | undefined;
  for (const row of rowsOf(blocks)) {
    const [first] = row;
    if (first === undefined) continue;
    if (first.table === undefined) {
      const words = plainWords(wordsOf(first));
      if (first.kind === 'heading' && isPlace(words)) heading = words;
      continue;
    }
    if (first.table.table !== table) columns = undefined;
    table = first.table.table;
    const heads = columnsOf(row);
    if (heads !== undefined) columns = heads;
    else if (columns !== undefined) returned.push(...returnedRow(row, columns, heading));
  }
  return returned;
};
