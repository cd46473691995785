import { type Block, wordsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import {
  type Columns,
  columnsOf,
  isAlmostRegister,
  isRegister,
  lackingIn,
  ownHeads,
} from './copy-columns.ts';
import { readRatingAndReason } from '../recognisers/rating-and-reason.ts';
import { actionHeads } from './copy-form.ts';
import type { ReturnedRow } from './copy-row.ts';
import {
  type Above,
  type Merged,
  reachingBelow,
  returnedRow,
  type TableRow,
  wordsIn,
} from './copy-table-row.ts';

/** Blocks one after another that are one row of a table, or one that is no cell. */
const rowsOf = (blocks: ReadonlyArray<Block>): ReadonlyArray<TableRow> => {
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

/** Whether a document holds a table of actions as Trackrecord writes it. */
export const holdsRegister = ({ blocks }: Pick<Document, 'blocks'>): boolean =>
  rowsOf(blocks).some((row) => row[0]?.table !== undefined && isRegister(columnsOf(row)));

/** Which place rows stand under while a copy is gone through, and how deep its heading is. */
type Heading = Readonly<{ words: string | undefined; level: number; part?: string }>;

/** A heading of the same depth as a priority's, or above it, ends what stood under that. */
const under = (block: Block, before: Heading, isPlace: (heading: string) => boolean): Heading => {
  const words = wordsOf(block);
  const level = block.level ?? 0;
  if (isPlace(words)) return { words, level };
  return before.words !== undefined && level > before.level
    ? { ...before, part: words }
    : { words: undefined, level: before.level };
};

/** A table with what stands above it; a nested one is none of the rows around it. */
type Table = Above & Readonly<{ rows: Array<TableRow>; unknown?: Block }>;

const tablesIn = (
  blocks: ReadonlyArray<Block>,
  isPlace: (heading: string) => boolean,
): ReadonlyArray<Table> => {
  const tables = new Map<number, Table>();
  let heading: Heading = { words: undefined, level: 0 };
  let unknown: Block | undefined;
  for (const row of rowsOf(blocks)) {
    const [first] = row;
    if (first?.table === undefined) {
      if (first?.kind !== 'heading') continue;
      const before = heading;
      heading = under(first, before, isPlace);
      unknown = heading.words === undefined && before.level > 0 ? first : undefined;
      continue;
    }
    const { table } = first.table;
    const there = tables.get(table);
    if (there === undefined) {
      const above = {
        heading: heading.words,
        part: heading.part,
        ...(unknown === undefined ? {} : { unknown }),
      };
      tables.set(table, { rows: [row], ...above });
      // It is told of the first table below it.
      if (lackingIn(columnsOf(row)).length === 0) unknown = undefined;
    } else there.rows.push(row);
  }
  return [...tables.values()];
};

/** The register of a copy that came back. */
export type Register = Readonly<{
  rows: ReadonlyArray<ReturnedRow>;
  /** Tables that are a register but for a head that it cannot be read without, and what lacks. */
  headless: ReadonlyArray<Readonly<{ place: string; lacks: string }>>;
  /** Headings where those of priorities stand, and that name none that is known. */
  unknownHeadings: ReadonlyArray<Block>;
  /** Heads of columns with words in them that a register does not have. */
  unknownHeads: ReadonlyArray<Block>;
}>;

/** What a copy's rows are known by while it is read. */
export type Known = Readonly<{
  /** Whether a heading is that of a priority or an enabler: what stands below is in that place. */
  isPlace: (heading: string) => boolean;
  /** Whether an action was written with this number and these words. */
  isAction: (ref: string, action: string) => boolean;
  /** Whether one was written with this number. */
  isRef: (ref: string) => boolean;
}>;

const isHeads = (row: TableRow): boolean => lackingIn(columnsOf(row)).length === 0;

/** By which columns a table is read that has a register's heads. */
const headedIn = ({ rows }: Table): ReadonlyArray<Columns> => {
  const heads = rows.find(isHeads);
  return heads === undefined ? [] : [columnsOf(heads)];
};

/** Columns with words under a head that a register does not have. */
const strangeHeads = (rows: ReadonlyArray<TableRow>): ReadonlyArray<Block> =>
  ownHeads(rows[0] ?? []).filter(({ table }) =>
    rows
      .slice(1)
      .flat()
      .some((block) => block.table?.column === table?.column && wordsOf(block) !== ''),
  );

/** A register that nobody can read: its heads are not all there, or there are none above its first action. */
const headlessIn = ({ rows }: Table, isAction: Known['isAction']): Register['headless'] => {
  const almost = rows.find((row) => isAlmostRegister(columnsOf(row)));
  const [top = []] = rows;
  const words = top.map(wordsOf);
  const isOfAction = words.some((ref) => words.some((action) => isAction(ref, action)));
  const row = almost ?? (isOfAction ? top : []);
  const [first] = row;
  if (first === undefined) return [];
  const lacks = lackingIn(columnsOf(row)).map((head) => `“${actionHeads[head]}”`);
  return [
    {
      place: first.place ?? `line ${first.line}`,
      lacks: `the head${lacks.length > 1 ? 's' : ''} ${lacks.join(' and ')}`,
    },
  ];
};

type Reading = Readonly<{ columns: Columns; isWritten: (row: TableRow) => boolean }>;

const isWrittenBy =
  (columns: Columns, isAction: Known['isAction']) =>
  (row: TableRow): boolean => {
    const words = wordsIn(row, columns, new Map());
    return isAction(words.get('ref') ?? '', words.get('action') ?? '');
  };

const widthOf = ({ rows }: Table): number =>
  rows.reduce((widest, row) => Math.max(widest, row.at(-1)?.table?.column ?? 0), 0);

/** Whether a table has as many columns; a sheet, which has a column of ids, ends with its last words. */
const isAsWide = (table: Table, columns: Columns): boolean => {
  const [width, most] = [widthOf(table), Math.max(...columns.keys())];
  return [...columns.values()].includes('id') ? width <= most : width === most;
};

/** Whether a table goes on with a register without heads of its own, which another table of a copy has. */
const continues = (
  table: Table,
  { columns, isWritten }: Reading,
  isRef: Known['isRef'],
): boolean => {
  const { rows } = table;
  const first = wordsIn(rows[0] ?? [], columns, new Map());
  const [ref, rating] = [first.get('ref') ?? '', first.get('rating') ?? ''];
  return (
    isAsWide(table, columns) &&
    (ref === '' || isRef(ref)) &&
    readRatingAndReason(rating).read._tag !== 'Unknown' &&
    rows.some(isWritten)
  );
};

/** The rows of a table from its heads on, and of those above that hold what was written: sorting put them there. */
const rowsIn = (
  { rows, heading, part }: Table,
  { columns, isWritten }: Reading,
  isUnread: (block: Block) => boolean,
): ReadonlyArray<ReturnedRow> => {
  const at = rows.findIndex(isHeads);
  let by = columns;
  let merged: Merged = new Map();
  return rows.flatMap((row, place) => {
    const above = merged;
    merged = reachingBelow(row, merged);
    if (isHeads(row)) by = columnsOf(row);
    else if (place > at || isWritten(row))
      return returnedRow(row, by, above, { heading, part }, isUnread);
    return [];
  });
};

/**
 * Reads the registers of a copy. Where a table was split or its heads were cut off, it has none of its own: it is read by
 * those before it, where it holds actions as they were written.
 */
export const rowsInCopy = (
  { blocks, remarks }: Pick<Document, 'blocks' | 'remarks'>,
  { isPlace, isAction, isRef }: Known,
): Register => {
  const doubted = new Set(
    remarks.flatMap(({ kind, block }) => (kind === 'doubtful' && block !== undefined ? block : [])),
  );
  const isUnread = (block: Block): boolean => block.text === '' && doubted.has(block.index);
  const rows: Array<ReturnedRow> = [];
  const headless: Array<Register['headless'][number]> = [];
  const unknownHeadings: Array<Block> = [];
  const unknownHeads: Array<Block> = [];
  const tables = tablesIn(blocks, isPlace);
  let before = tables.flatMap(headedIn)[0];
  for (const table of tables) {
    const headed = headedIn(table)[0];
    const columns = headed ?? before;
    const reading: Reading | undefined =
      columns === undefined ? undefined : { columns, isWritten: isWrittenBy(columns, isAction) };
    if (reading === undefined || (headed === undefined && !continues(table, reading, isRef))) {
      headless.push(...headlessIn(table, isAction));
      continue;
    }
    before = reading.columns;
    if (table.unknown !== undefined && ![...before.values()].includes('priority'))
      unknownHeadings.push(table.unknown);
    if (headed !== undefined)
      unknownHeads.push(...strangeHeads(table.rows.slice(table.rows.findIndex(isHeads))));
    rows.push(...rowsIn(table, reading, isUnread));
  }
  return { rows, headless, unknownHeadings, unknownHeads };
};
