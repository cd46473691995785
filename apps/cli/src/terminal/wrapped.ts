import { safe, type Terminal } from './terminal.ts';

const appended = (
  lines: ReadonlyArray<string>,
  word: string,
  width: number,
): ReadonlyArray<string> => {
  const last = lines.at(-1) ?? '';
  if (last === '') return [...lines.slice(0, -1), word];
  return last.length + 1 + word.length > width
    ? [...lines, word]
    : [...lines.slice(0, -1), `${last} ${word}`];
};

const line = (words: string, width: number): ReadonlyArray<string> =>
  words
    .split(/\s+/u)
    .reduce((lines: ReadonlyArray<string>, word) => appended(lines, word, width), ['']);

/** Words as lines that fit the terminal; line breaks of the text stay. */
export const wrapped = ({ width }: Terminal, text: string): ReadonlyArray<string> =>
  safe(text)
    .split('\n')
    .flatMap((words) => line(words.trim(), width));
