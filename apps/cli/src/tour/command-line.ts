import { basename } from 'node:path';
import { shellWord } from '../terminal/shell-word.ts';
import { textWidth } from '../terminal/text-width.ts';
import { samplePath } from './sample.ts';

/** An option stays with its value. */
const withValues = (words: ReadonlyArray<string>): ReadonlyArray<string> =>
  words.reduce(
    (units: ReadonlyArray<string>, word) =>
      /^--\S+$/u.test(units.at(-1) ?? '') && !word.startsWith('--')
        ? [...units.slice(0, -1), `${units.at(-1) ?? ''} ${word}`]
        : [...units, word],
    [],
  );

const appended = (
  lines: ReadonlyArray<string>,
  word: string,
  width: number,
): ReadonlyArray<string> => {
  const last = lines.at(-1) ?? '';
  return textWidth(last) + textWidth(word) + 3 > width
    ? [...lines, `    ${word}`]
    : [...lines.slice(0, -1), `${last} ${word}`];
};

/** A command line as a person would type it beside the sample's files, over several lines where it is long. */
export const commandLine = (argv: ReadonlyArray<string>, width: number): ReadonlyArray<string> => {
  const words = argv
    .map((word) => (word === samplePath(basename(word)) ? basename(word) : word))
    .map(shellWord);
  const lines = withValues(words).reduce(
    (soFar: ReadonlyArray<string>, unit) => appended(soFar, unit, width),
    ['$ trackrecord'],
  );
  return lines.map((line, place) => (place === lines.length - 1 ? line : `${line} \\`));
};
