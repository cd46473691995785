import type { Look } from '../kit/look.ts';
import type { Sheet } from '../kit/sheet.ts';
import { runsOf, type Words } from '../kit/text-blocks.ts';
import { unbreakable } from '../kit/wrap-lines.ts';
import type { Table, Unlaid } from './table.ts';

/** Room between a cell's edge and its words, points. */
export const padding = { across: 5, down: 3.5 };

/** What a column asks for, points: its part as against the others, and between which widths it makes sense. */
export type Wanted = Readonly<{ share: number; least: number; most: number }>;

/** A word that is wider than this may be broken. */
const widestWord = 90;

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Widths by the columns' shares, none below its least and, as long as another can take what is left, none above its
 * most. Where there is not enough for all, each has its part of what all need; a table whose words need less than the
 * whole is narrower.
 */
export const columnWidths = (
  wanted: ReadonlyArray<Wanted>,
  whole: number,
): ReadonlyArray<number> => {
  const needed = sum(wanted.map(({ least }) => least));
  if (needed >= whole) return wanted.map(({ least }) => (least * whole) / needed);
  let fixed: ReadonlyMap<number, number> = new Map();
  for (;;) {
    const room = whole - sum([...fixed.values()]);
    const open = wanted.filter((_, index) => !fixed.has(index));
    const part = room / sum(open.map(({ share }) => share));
    const widths = wanted.map(({ share }, index) => fixed.get(index) ?? share * part);
    const bounded = widths.map((width, index) => {
      const { least = 0, most = width } = wanted[index] ?? {};
      return Math.max(least, Math.min(most, width));
    });
    // Those that need more come before those that could do with less: what these leave, others may take.
    const over = sum(bounded) - sum(widths);
    const next = bounded.flatMap((width, index): ReadonlyArray<readonly [number, number]> => {
      const was = widths[index] ?? 0;
      const violates = over >= 0 ? width > was : width < was;
      return violates && !fixed.has(index) ? [[index, width]] : [];
    });
    if (next.length === 0 || open.length === next.length) return bounded;
    fixed = new Map([...fixed, ...next]);
  }
};

const greatest = (numbers: ReadonlyArray<number>): number =>
  numbers.reduce((most, one) => Math.max(most, one), 0);

const widest = (
  sheet: Sheet,
  look: Look,
  words: Words,
  parts: (text: string) => ReadonlyArray<string>,
): number => {
  const measure = sheet.measure(look);
  return greatest(
    runsOf(words).flatMap(({ text, bold }) =>
      parts(text).map((part) => measure(part, bold === true)),
    ),
  );
};

const lines = (text: string): ReadonlyArray<string> => text.split('\n');

const wantedBy = (sheet: Sheet, tables: ReadonlyArray<Unlaid>, index: number): Wanted => {
  const { heading = '', share = 1 } = tables[0]?.columns[index] ?? {};
  const said = [
    { look: sheet.looks.cellHead, words: heading },
    ...tables.flatMap(({ rows }) =>
      rows.flatMap((cells) => {
        const { paragraphs = [], bold } = cells[index] ?? {};
        const look = bold === true ? sheet.looks.cellHead : sheet.looks.cell;
        return paragraphs.map((words) => ({ look, words }));
      }),
    ),
  ];
  const across = 2 * padding.across + 1;
  const word = greatest(said.map(({ look, words }) => widest(sheet, look, words, unbreakable)));
  const line = greatest(said.map(({ look, words }) => widest(sheet, look, words, lines)));
  const least = Math.min(word, widestWord) + across;
  return { share, least, most: Math.max(least, line + across) };
};

/** From so many columns on a table takes the whole width. */
const many = 5;

/** What is left goes to the column with the greatest part. */
const withTaker = (wanted: ReadonlyArray<Wanted>): ReadonlyArray<Wanted> => {
  const most = greatest(wanted.map(({ share }) => share));
  return wanted.length < many
    ? wanted
    : wanted.map((one) => (one.share === most ? { ...one, most: Infinity } : one));
};

/**
 * Which columns stand side by side: all of them where there is room for what each needs; else as many as there is room
 * for, and the others below them, each time after the column that names the rows.
 */
export const columnGroups = (
  least: ReadonlyArray<number>,
  rowHeader: number,
  whole: number,
): ReadonlyArray<ReadonlyArray<number>> => {
  if (sum(least) <= whole) return [least.map((_, index) => index)];
  const room = whole - (least[rowHeader] ?? 0);
  const groups: Array<Array<number>> = [];
  let used = Infinity;
  least.forEach((width, index) => {
    if (index === rowHeader) return;
    if (used + width > room) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)?.push(index);
    used += width;
  });
  return groups.map((group) => [rowHeader, ...group]);
};

const partOf = (
  table: Unlaid,
  columns: ReadonlyArray<number>,
  place: Readonly<{ part: number; of: number }>,
): Unlaid => {
  const taken = <A>(all: ReadonlyArray<A>): ReadonlyArray<A> =>
    columns.flatMap((index) => all.slice(index, index + 1));
  return {
    summary: `${table.summary} Part ${place.part} of ${place.of}.`,
    columns: taken(table.columns),
    rows: table.rows.map(taken),
    rowHeader: 0,
  };
};

/**
 * Tables that have the same columns, laid out for a page: they look as one. A table with more columns than there is room
 * for becomes several, each with the column that names its rows.
 * @returns for each of them its parts
 */
export const layColumns = (
  sheet: Sheet,
  tables: ReadonlyArray<Unlaid>,
): ReadonlyArray<ReadonlyArray<Table>> => {
  const [first] = tables;
  if (first === undefined) return [];
  const whole = sheet.area.right - sheet.area.left;
  const wanted = first.columns.map((_, index) => wantedBy(sheet, tables, index));
  const least = wanted.map((one) => one.least);
  const groups = columnGroups(least, first.rowHeader, whole).map((columns) => ({
    columns,
    widths: columnWidths(
      withTaker(columns.flatMap((index) => wanted.slice(index, index + 1))),
      whole,
    ),
  }));
  return tables.map((table) =>
    groups.map(({ columns, widths }, index) =>
      groups.length === 1
        ? { ...table, widths }
        : { ...partOf(table, columns, { part: index + 1, of: groups.length }), widths },
    ),
  );
};
