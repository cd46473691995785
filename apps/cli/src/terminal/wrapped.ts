import { safe } from './terminal.ts';
import { beginningOf, textWidth } from './text-width.ts';

/** A word in pieces that fit. */
const pieces = (word: string, width: number): ReadonlyArray<string> => {
  if (textWidth(word) <= width) return [word];
  const piece = beginningOf(word, width);
  return piece === '' ? [word] : [piece, ...pieces(word.slice(piece.length), width)];
};

const appended = (
  lines: ReadonlyArray<string>,
  word: string,
  width: number,
): ReadonlyArray<string> => {
  const last = lines.at(-1) ?? '';
  if (last === '') return [...lines.slice(0, -1), word];
  return textWidth(last) + 1 + textWidth(word) > width
    ? [...lines, word]
    : [...lines.slice(0, -1), `${last} ${word}`];
};

const wrappedLine = (words: string, width: number): ReadonlyArray<string> =>
  words
    .split(/\s+/u)
    .flatMap((word) => pieces(word, width))
    .reduce((lines: ReadonlyArray<string>, word) => appended(lines, word, width), ['']);

/** Words as lines of at most so many columns; line breaks of the text stay, and a long word is broken. */
export const wrapped = (width: number, text: string): ReadonlyArray<string> =>
  safe(text)
    .split('\n')
    .flatMap((words) => wrappedLine(words.trim(), width));

/** Wrapped words under a beginning of their first line: "  14  Two schools …". */
export const hanging = (width: number, start: string, text: string): ReadonlyArray<string> => {
  const room = Math.max(12, width - textWidth(start));
  return wrapped(room, text).map(
    (line, place) => `${place === 0 ? start : ' '.repeat(textWidth(start))}${line}`,
  );
};
