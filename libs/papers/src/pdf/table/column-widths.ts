import { looks, type Look } from '../kit/look.ts';
import type { Sheet } from '../kit/sheet.ts';
import { runsOf, type Words } from '../kit/text-blocks.ts';
import { unbreakable } from '../kit/wrap-lines.ts';
import type { Table } from './table.ts';

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

const widest = (
  sheet: Sheet,
  look: Look,
  words: Words,
  parts: (text: string) => ReadonlyArray<string>,
): number => {
  const measure = sheet.measure(look);
  return Math.max(
    0,
    ...runsOf(words).flatMap(({ text, bold }) =>
      parts(text).map((part) => measure(part, bold === true)),
    ),
  );
};

const lines = (text: string): ReadonlyArray<string> => text.split('\n');

const wantedBy = (sheet: Sheet, tables: ReadonlyArray<Table>, index: number): Wanted => {
  const { heading = '', share = 1 } = tables[0]?.columns[index] ?? {};
  const said = [
    { look: looks.cellHead, words: heading },
    ...tables.flatMap(({ rows }) =>
      rows.flatMap((cells) => {
        const { paragraphs = [], bold } = cells[index] ?? {};
        const look = bold === true ? looks.cellHead : looks.cell;
        return paragraphs.map((words) => ({ look, words }));
      }),
    ),
  ];
  const across = 2 * padding.across + 1;
  const word = Math.max(...said.map(({ look, words }) => widest(sheet, look, words, unbreakable)));
  const line = Math.max(...said.map(({ look, words }) => widest(sheet, look, words, lines)));
  const least = Math.min(word, widestWord) + across;
  return { share, least, most: Math.max(least, line + across) };
};

/** From so many columns on a table takes the whole width. */
const many = 5;

/** What is left goes to the column with the greatest part. */
const withTaker = (wanted: ReadonlyArray<Wanted>): ReadonlyArray<Wanted> => {
  const greatest = Math.max(...wanted.map(({ share }) => share));
  return wanted.length < many
    ? wanted
    : wanted.map((one) => (one.share === greatest ? { ...one, most: Infinity } : one));
};

/** Widths for tables that have the same columns: they look as one. */
export const widthsFor = (sheet: Sheet, tables: ReadonlyArray<Table>): ReadonlyArray<number> =>
  columnWidths(
    withTaker((tables[0]?.columns ?? []).map((_, index) => wantedBy(sheet, tables, index))),
    sheet.area.right - sheet.area.left,
  );
