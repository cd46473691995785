import type { PaperTable } from '../paper/board-paper.ts';

/** On either side of a cell's words. */
export const cellMargin_twips = 85;

/** A bold letter of the heads' 9 points is hardly ever wider, in twentieths of a point. */
const letter_twips = 130;

/** The longest of the ratings that most plans use: no column of ratings is narrower. */
const usualRating = 'Amber/Green';

/** What a column needs for the longest word of its head, so that no word is broken: the same in every table like it. */
const leastOf = ({ columns, rows }: PaperTable): ReadonlyArray<number> =>
  columns.map(({ head }, index) => {
    const isRating = rows.some((cells) => cells[index]?._tag === 'Rating');
    const words = [...head.split(/\s+/u), ...(isRating ? [usualRating] : [])];
    const longest = Math.max(...words.map(({ length }) => length));
    return longest * letter_twips + 2 * cellMargin_twips;
  });

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0);

/**
 * The widths of a table's columns: by their shares, but that none is narrower than the words of its head, as far as
 * the page has room for that.
 */
export const tableWidths = (table: PaperTable, width_twips: number): ReadonlyArray<number> => {
  const shares = table.columns.map(({ share }) => share);
  const least = leastOf(table);
  const byShare = (share: number, room: number, all: number): number =>
    Math.floor((share / all) * room);
  if (sum(least) > width_twips)
    return shares.map((share) => byShare(share, width_twips, sum(shares)));
  let narrow: ReadonlySet<number> = new Set();
  for (;;) {
    const isOpen = (_: unknown, index: number): boolean => !narrow.has(index);
    const room = width_twips - sum(least.filter((_, index) => narrow.has(index)));
    const all = sum(shares.filter(isOpen));
    const widths = shares.map((share, index) =>
      narrow.has(index) ? (least[index] ?? 0) : byShare(share, room, all),
    );
    const more = widths.flatMap((width, index) =>
      isOpen(width, index) && width < (least[index] ?? 0) ? [index] : [],
    );
    if (more.length === 0) return widths;
    narrow = new Set([...narrow, ...more]);
  }
};
