import type { Doubt } from './cell.ts';
import type { CellAt } from './cell-reference.ts';
import type { RowFinds } from './sheet-rows.ts';

/** A cell and what is found there: the words of it, or an address. */
export type Found = Readonly<{ at: CellAt; words: string }>;

/** The first things of a kind that are found, and how many there are. */
export type Counted = Readonly<{ first: ReadonlyArray<Found>; count: number }>;

/** Rows one after another, both ends among them. */
export type RowRun = Readonly<{ first: number; last: number }>;

/** What is found in a sheet's rows, to be told about them. */
export type Findings = Readonly<{
  doubts: ReadonlyMap<Doubt, Counted>;
  links: Counted;
  hiddenRows: ReadonlyArray<RowRun>;
  rowsLeftOut: ReadonlyArray<RowRun>;
  cellsLeftOut: number;
}>;

/** So many doubts of a kind, and links, are told one by one. */
const mostDoubts = 50;
const mostLinks = 1_000;

const counting = (most: number) => {
  const first: Array<Found> = [];
  let count = 0;
  return {
    add: (row: number, column: number, words: string): void => {
      count += 1;
      if (first.length < most) first.push({ at: { row, column }, words });
    },
    counted: (): Counted => ({ first, count }),
  };
};

const runs = () => {
  const found: Array<{ first: number; last: number }> = [];
  return {
    found,
    add: (row: number): void => {
      const last = found.at(-1);
      if (last?.last === row - 1) last.last = row;
      else found.push({ first: row, last: row });
    },
  };
};

/** Collects what is found in a sheet's rows, and no more of it than will be told. */
export const findingsOf = (
  isColumnFilled: (column: number) => boolean,
  rowDone: () => void,
): Readonly<{ finds: RowFinds; findings: () => Findings }> => {
  const doubts = new Map<Doubt, ReturnType<typeof counting>>();
  const links = counting(mostLinks);
  const hidden = runs();
  const leftOut = runs();
  let cellsLeftOut = 0;
  const doubtsOf = (doubt: Doubt): ReturnType<typeof counting> => {
    const known = doubts.get(doubt);
    if (known !== undefined) return known;
    const begun = counting(mostDoubts);
    doubts.set(doubt, begun);
    return begun;
  };
  return {
    finds: {
      doubt: (doubt, row, column, words) => doubtsOf(doubt).add(row, column, words),
      link: links.add,
      isColumnFilled,
      hiddenRow: hidden.add,
      rowLeftOut: leftOut.add,
      cellLeftOut: () => {
        cellsLeftOut += 1;
      },
      rowDone,
    },
    findings: () => ({
      doubts: new Map([...doubts].map(([doubt, { counted }]) => [doubt, counted()])),
      links: links.counted(),
      hiddenRows: hidden.found,
      rowsLeftOut: leftOut.found,
      cellsLeftOut,
    }),
  };
};
