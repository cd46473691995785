import { ColumnHead, plainHead } from '@trackrecord/domain';
import type { Block } from '../document/block.ts';
import type { Finding } from '../outline/finding.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import { readLoneRating } from '../recognisers/rating.ts';
import { type GridCell, type GridRow, worded } from './table-grid.ts';

/** A head, and what else the same column goes by: its own words, and those of the group that it stands in. */
export type HeadCell = GridCell & Readonly<{ names: ReadonlyArray<string> }>;

/** A table's heads and the rows below them. */
export type HeadedTable = Readonly<{
  heads: ReadonlyArray<HeadCell>;
  body: ReadonlyArray<GridRow>;
  /** Whether the heads were read as those of a table of actions. */
  isRead: boolean;
  /** By column, what the heads were read as. */
  meanings: ReadonlyMap<number, FieldMeaning>;
}>;

/** What became of each block of a document. */
export type FoundOf = ReadonlyMap<Block, ReadonlyArray<Finding>>;

const headsIn = (row: GridRow, found: FoundOf): ReadonlyArray<Finding> =>
  row
    .flatMap(({ blocks }) => blocks.flatMap((block) => found.get(block) ?? []))
    .filter((finding) => finding.found === 'column head');

const meaningsIn = (heads: GridRow, found: FoundOf): HeadedTable['meanings'] =>
  new Map(
    heads.flatMap(({ column, blocks }) =>
      blocks
        .flatMap((block) => found.get(block) ?? [])
        .flatMap((finding) =>
          finding.found === 'column head' && finding.meaning !== 'other'
            ? [[column, finding.meaning] as const]
            : [],
        ),
    ),
  );

const covers = ({ column, columns }: GridCell, at: number): boolean =>
  at >= column && at < column + columns;

/** The lowest head over each column; one under a merged cell goes by the words of both, "Position Spring". */
const lowestHeads = (rows: ReadonlyArray<GridRow>): ReadonlyArray<HeadCell> =>
  rows
    .flatMap((row, at) => {
      const [above, below] = [rows.slice(0, at).flat(), rows.slice(at + 1).flat()];
      return row
        .filter((cell) => !below.some((other) => other.text !== '' && covers(cell, other.column)))
        .map((cell) => {
          const group = above.find((other) => other.columns > 1 && covers(other, cell.column));
          const words = group === undefined || group.text === '' ? '' : group.text;
          const text = cell.text === '' ? '' : `${words} ${cell.text}`.trim();
          return { ...cell, text, names: [text, cell.text, words].filter((name) => name !== '') };
        });
    })
    .toSorted((a, b) => a.column - b.column);

/** The parts of a table below each of its header rows; header rows right below each other are one. */
const readParts = (rows: ReadonlyArray<GridRow>, found: FoundOf): ReadonlyArray<HeadedTable> => {
  const parts: Array<{ heads: Array<GridRow>; body: Array<GridRow> }> = [];
  for (const row of rows) {
    const open = parts.at(-1);
    if (headsIn(row, found).length === 0) open?.body.push(row);
    else if (open?.body.length === 0) open.heads.push(row);
    else parts.push({ heads: [row], body: [] });
  }
  return parts.map(({ heads, body }) => {
    const lowest = lowestHeads(heads);
    return { heads: lowest, body, isRead: true, meanings: meaningsIn(lowest, found) };
  });
};

const longestHead = 80;

/** Words that head a column, and do not fill it. */
const isHead = (text: string): boolean =>
  text.length <= longestHead &&
  ColumnHead.is(text) &&
  (/\p{L}/u.test(text) || text === '#') &&
  !/[.;!]$/u.test(text) &&
  !/\d{4}/u.test(text) &&
  readLoneRating(text) === undefined;

const isHeaderLike = (row: GridRow): boolean => {
  const heads = worded(row).map(({ text }) => text);
  return heads.every(isHead) && new Set(heads.map(plainHead)).size === heads.length;
};

const leastBody = 2;

/** Whether the rows below were left as they stand: nothing else recognised them. */
const isLeft = (body: ReadonlyArray<GridRow>, found: FoundOf): boolean => {
  const blocks = body.flatMap((row) => worded(row).flatMap((cell) => cell.blocks));
  const left = blocks.filter((block) =>
    (found.get(block) ?? []).every((finding) => finding.found === 'narrative'),
  );
  return left.length > blocks.length / 2;
};

/** A table that nothing was made of, though its first row with several cells reads like heads. */
const unread = (rows: ReadonlyArray<GridRow>, found: FoundOf): ReadonlyArray<HeadedTable> => {
  const at = rows.findIndex((row) => worded(row).length >= 2);
  const heads = rows[at];
  if (heads === undefined || !isHeaderLike(heads)) return [];
  const body = rows.slice(at + 1).filter((row) => worded(row).length >= 2);
  return body.length >= leastBody && isLeft(body, found)
    ? [{ heads: lowestHeads([heads]), body, isRead: false, meanings: new Map() }]
    : [];
};

/** The parts of a table that have heads. */
export const headedTables = (
  rows: ReadonlyArray<GridRow>,
  found: FoundOf,
): ReadonlyArray<HeadedTable> => {
  const read = readParts(rows, found);
  return read.length > 0 ? read : unread(rows, found);
};
