import { isListMarker } from '../text/list-marker.ts';
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

/** A gap wider than this parts columns where as many lines as these have words that begin at the same place. */
const narrowGap = 0.3;
const fewestLines = 4;
const near = 1.5;

type Row = Readonly<{ y: number; size: number; words: ReadonlyArray<Word> }>;

/** Where words begin after a gap in line after line: in prose that is not at one place. */
const commonStarts = (rows: ReadonlyArray<Row>): ReadonlySet<number> => {
  const counts = new Map<number, number>();
  for (const { words, size } of rows) {
    for (const [at, word] of words.entries()) {
      const before = words[at - 1];
      const gap = before === undefined ? 0 : word.x - before.x - before.width;
      if (gap <= narrowGap * size) continue;
      const start = Math.round(word.x / near);
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
  }
  return new Set([...counts].flatMap(([start, count]) => (count >= fewestLines ? [start] : [])));
};

const isCommon = (starts: ReadonlySet<number>, x: number): boolean =>
  [-1, 0, 1].some((step) => starts.has(Math.round(x / near) + step));

/** A list's number or bullet stands apart from its words, and is no column. */
const markerGap = 2.5;

const segmentsOf = ({ words, size }: Row, starts: ReadonlySet<number>): ReadonlyArray<Segment> => {
  const segments: Array<{ text: string; left: number; right: number; firstWidth: number }> = [];
  for (const word of words) {
    const last = segments.at(-1);
    const gap = last === undefined ? Infinity : word.x - last.right;
    const isAfterMarker =
      segments.length === 1 && isListMarker(last?.text ?? '') && gap < markerGap * size;
    const isApart =
      !isAfterMarker &&
      (gap > columnGap * size || (gap > narrowGap * size && isCommon(starts, word.x)));
    if (last === undefined || isApart) {
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
  const sorted = rows.map((row): Row => ({
    ...row,
    words: row.words.toSorted((a, b) => a.x - b.x),
  }));
  const starts = commonStarts(sorted);
  return sorted.map((row) => ({ y: row.y, size: row.size, segments: segmentsOf(row, starts) }));
};
