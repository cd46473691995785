import type { Grid, GridCell } from './grids.ts';
import type { Word } from './words-on-page.ts';

/** A number that stands on the right of its cell: "14", "Action 14", "31/03/2028", "75%". */
const numberFirst = /^(?:\p{Lu}\p{L}{1,11} )?[\p{N}.,:/%£€$()+–-]{1,12}(?= )/u;

/** How far from a border its cut may seem to be, by the size of the letters. */
const tolerance = 0.8;

const isBeside = (one: GridCell, other: GridCell): boolean =>
  Math.abs(one.right - other.left) < 1 && one.top < other.bottom && other.top < one.bottom;

/** Of words that begin in a cell and go on over its right border: what stands before and after. */
const cutAt = (word: Word, border: number): readonly [Word, Word] | undefined => {
  const [first] = numberFirst.exec(word.text) ?? [];
  if (first === undefined) return undefined;
  // Figures are about as wide as letters are on average, and the library's space stands for the gap.
  const letter = word.width / word.text.length;
  const end = word.x + letter * first.length;
  if (Math.abs(end - border) > tolerance * word.size) return undefined;
  const start = Math.max(border, end);
  return [
    { ...word, text: first, width: Math.min(end, border) - word.x },
    {
      ...word,
      text: word.text.slice(first.length + 1),
      x: start,
      width: word.x + word.width - start,
    },
  ];
};

/**
 * The library joins words that stand close, a number at the right of its cell and what begins the next: they are parted
 * again at the border between the cells.
 */
export const cutAtBorders = ({ cells }: Grid, words: ReadonlyArray<Word>): ReadonlyArray<Word> =>
  words.flatMap((word) => {
    const end = word.x + word.width;
    const height = word.y - 0.3 * word.size;
    const cell = cells.find(
      ({ left, right, top, bottom }) =>
        left <= word.x && word.x < right && top <= height && height < bottom,
    );
    if (cell === undefined || end <= cell.right || !cells.some((one) => isBeside(cell, one)))
      return [word];
    return cutAt(word, cell.right) ?? [word];
  });
