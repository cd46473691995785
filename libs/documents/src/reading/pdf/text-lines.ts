import type { Word } from './words-on-page.ts';

/** Words beside one another with no wider gap between them than within a sentence. */
export type Segment = Readonly<{
  text: string;
  left: number;
  right: number;
  /** How wide its first word is, by its share of the letters. */
  firstWidth: number;
}>;

/** What stands at one height; from the left. */
export type TextLine = Readonly<{
  y: number;
  size: number;
  segments: ReadonlyArray<Segment>;
}>;

/** A gap wider than so many times the size of the letters parts columns. */
const columnGap = 1.4;
/** A gap wider than this stands for a space. */
const wordGap = 0.12;

const firstWidthOf = ({ text, width }: Word): number => {
  const end = text.search(/\s/u);
  return end < 0 ? width : (width * end) / text.length;
};

const segmentsOf = (words: ReadonlyArray<Word>, size: number): ReadonlyArray<Segment> => {
  const segments: Array<{ text: string; left: number; right: number; firstWidth: number }> = [];
  for (const word of words.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const gap = last === undefined ? Infinity : word.x - last.right;
    if (last === undefined || gap > columnGap * size) {
      const { text, x, width } = word;
      segments.push({ text, left: x, right: x + width, firstWidth: firstWidthOf(word) });
      continue;
    }
    // Bold is sometimes written as the same words twice.
    if (gap < -word.width * 0.9 && last.text.endsWith(word.text)) continue;
    last.text += `${gap > wordGap * size ? ' ' : ''}${word.text}`;
    last.right = Math.max(last.right, word.x + word.width);
  }
  return segments;
};

/** Words gathered into lines, from the top: letters raised or lowered a little are on the line all the same. */
export const textLines = (words: ReadonlyArray<Word>): ReadonlyArray<TextLine> => {
  const rows: Array<{ y: number; size: number; words: Array<Word> }> = [];
  for (const word of words.toSorted((a, b) => a.y - b.y)) {
    const row = rows.findLast(({ y, size }) => word.y - y < 0.45 * Math.max(size, word.size));
    if (row !== undefined && rows.indexOf(row) >= rows.length - 3) {
      row.words.push(word);
      if (word.size > row.size) {
        row.size = word.size;
        row.y = Math.max(row.y, word.y);
      }
    } else rows.push({ y: word.y, size: word.size, words: [word] });
  }
  return rows.map(({ y, size, words: own }) => ({ y, size, segments: segmentsOf(own, size) }));
};
