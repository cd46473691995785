import type { Ink } from './painted-on-page.ts';
import type { Word } from './words-on-page.ts';

/** Words begin where their colour does, give or take so many points. */
const near = 1.5;

const rowOf = (y: number): number => Math.round(y / near);

/** Words with the colours that they are written in. */
export const inked = (
  words: ReadonlyArray<Word>,
  inks: ReadonlyArray<Ink>,
): ReadonlyArray<Word> => {
  const byRow = new Map<number, Array<Ink>>();
  for (const ink of inks) {
    const row = byRow.get(rowOf(ink.y));
    if (row === undefined) byRow.set(rowOf(ink.y), [ink]);
    else row.push(ink);
  }
  return words.map((word) => {
    const row = rowOf(word.y);
    const found = [row - 1, row, row + 1]
      .flatMap((one) => byRow.get(one) ?? [])
      .find(({ x, y }) => Math.abs(x - word.x) <= near && Math.abs(y - word.y) <= near);
    return found === undefined ? word : { ...word, ink: found.hex };
  });
};
