import { plainWords } from '../flow/plain-words.ts';
import { isRecord, numbersOf, wordsIn } from './decoding.ts';
import { type Matrix, matrixOf, multiplied } from './matrix.ts';

/** Words that a page writes at one go. Points, counted from the page's left and top as people hold it. */
export type Word = Readonly<{
  text: string;
  x: number;
  /** Of the line that letters stand on. */
  y: number;
  width: number;
  /** Of the letters: the height of their line. */
  size: number;
  /** The colour that they begin in, where it is neither black nor white. */
  ink?: string;
}>;

export type WordsOnPage = Readonly<{ words: ReadonlyArray<Word>; sideways: ReadonlyArray<string> }>;

const isSound = ({ x, y, width, size }: Word): boolean =>
  [x, y, width, size].every((number) => Number.isFinite(number) && Math.abs(number) < 100_000) &&
  size > 0;

/** Bullets of fonts of symbols come as private signs. */
const withBullets = (text: string): string => text.replace(/[\uF000-\uF0FF]/gu, '•');

/** The words of a page, without white space and what nobody sees; those that stand sideways apart. */
export const wordsOnPage = (items: ReadonlyArray<unknown>, viewport: Matrix): WordsOnPage => {
  const words: Array<Word> = [];
  const sideways: Array<string> = [];
  for (const item of items) {
    const text = plainWords(withBullets(wordsIn(item, 'str').replaceAll('\0', '')));
    if (text === '' || !isRecord(item)) continue;
    const [a, b, c, d, x, y] = multiplied(viewport, matrixOf(numbersOf(item['transform'])));
    const width = Math.abs(Number(item['width'] ?? 0));
    const word = { text, x, y, width, size: Math.hypot(c, d) };
    const isUpright = a > 0 && Math.abs(b) < a / 4;
    if (!isUpright) sideways.push(text);
    else if (isSound(word)) words.push(word);
  }
  return { words, sideways };
};
