import type { Aside, FlowCell, FlowRow } from '../flow/flow.ts';
import type { Part } from './parts-of-page.ts';

type Table = Extract<Part, { is: 'table' }>;

/** What goes on over pages, put together, and what is to be said of that. */
export type Joined = Readonly<{ parts: ReadonlyArray<Part>; asides: ReadonlyArray<Aside> }>;

const near = 5;

const areAlike = (one: Table, other: Table): boolean =>
  one.stops.length === other.stops.length &&
  one.stops.every((stop, at) => Math.abs(stop - (other.stops[at] ?? Infinity)) <= near);

const wordsIn = ({ content }: FlowCell): string =>
  content
    .flatMap((part) => (part.flow === 'paragraph' ? part.lines.map(({ text }) => text) : []))
    .join(' ');

const wordsOf = (row: FlowRow | undefined): string =>
  row === undefined ? '' : row.cells.map(wordsIn).join('\t');

const depthOf = ({ rows }: Table): number =>
  rows.reduce(
    (most, { row, cells }) => Math.max(most, row, ...cells.map((cell) => row + cell.rows - 1)),
    0,
  );

const isEmpty = (cell: FlowCell): boolean => wordsIn(cell) === '';

const isEnded = (words: string): boolean => words === '' || /[.!?:;]["”’)]?$/u.test(words);

/**
 * Whether a page's first row is the rest of the row that the page before ended in: it has no beginning of its own,
 * and its words go on with sentences that had not ended.
 */
const isRestOf = (last: FlowRow | undefined, row: FlowRow | undefined): boolean => {
  if (last === undefined || row === undefined) return false;
  const [first] = row.cells;
  if (first === undefined || !isEmpty(first) || last.cells.length !== row.cells.length)
    return false;
  return row.cells.every((cell, at) => {
    const before = last.cells[at];
    return isEmpty(cell) || (before !== undefined && !isEnded(wordsIn(before)));
  });
};

const withRest = (last: FlowRow, row: FlowRow): FlowRow => ({
  ...last,
  cells: last.cells.map((cell, at): FlowCell => {
    const rest = row.cells[at];
    if (rest === undefined || isEmpty(rest)) return cell;
    const text = `${wordsIn(cell)} ${wordsIn(rest)}`;
    return {
      ...cell,
      content: [{ flow: 'paragraph', kind: 'paragraph', lines: [{ text, asides: [] }] }],
    };
  }),
});

/** A table with its rows on a further page: without its head, counted on, a row that the page's end broke mended. */
const withFurther = (first: Table, further: Table): Table => {
  const isHead = wordsOf(further.rows[0]) === wordsOf(first.rows[0]);
  const rows = isHead ? further.rows.slice(1) : further.rows;
  const last = first.rows.at(-1);
  const [next] = rows;
  const isRest = isRestOf(last, next);
  const own =
    isRest && last !== undefined && next !== undefined
      ? [...first.rows.slice(0, -1), withRest(last, next)]
      : first.rows;
  const left = isRest ? rows.slice(1) : rows;
  const before = depthOf(first) - (left[0] === undefined ? 0 : left[0].row - 1);
  return {
    ...first,
    rows: [...own, ...left.map(({ row, cells }) => ({ row: row + before, cells }))],
  };
};

const headAside = (first: Table, { rows, page }: Table): ReadonlyArray<Aside> =>
  wordsOf(rows[0]) === wordsOf(first.rows[0])
    ? [
        {
          kind: 'around the page',
          words: `The head of a table stands on page ${page} again; it is read once.`,
        },
      ]
    : [];

type Paragraph = Extract<Part, { is: 'paragraph' }>;

/** A sentence that a page's end broke: it has not ended, and the next page goes on in lower case. */
const isBroken = ({ paragraph: one }: Paragraph, { paragraph: other }: Paragraph): boolean =>
  Math.abs(one.size - other.size) < 0.5 &&
  !/[.!?:;]["”’)]?$/u.test(one.text) &&
  /^\p{Ll}\p{L}/u.test(other.text);

/** Puts together what the ends of pages broke: tables with the same columns, and sentences. */
export const joinedParts = (pages: ReadonlyArray<ReadonlyArray<Part>>): Joined => {
  const parts: Array<Part> = [];
  const asides: Array<Aside> = [];
  for (const page of pages) {
    for (const [at, part] of page.entries()) {
      const last = at === 0 ? parts.at(-1) : undefined;
      if (last?.is === 'table' && part.is === 'table' && areAlike(last, part)) {
        asides.push(...headAside(last, part));
        parts[parts.length - 1] = withFurther(last, part);
      } else if (last?.is === 'paragraph' && part.is === 'paragraph' && isBroken(last, part)) {
        const text = `${last.paragraph.text} ${part.paragraph.text}`;
        parts[parts.length - 1] = { ...last, paragraph: { ...last.paragraph, text } };
      } else parts.push(part);
    }
  }
  return { parts, asides };
};
