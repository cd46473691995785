import { basename } from 'node:path';
import { textWidth } from '../terminal/text-width.ts';
import { samplePath } from './sample.ts';

const plain = /^[\w./:=@+-]+$/u;

const quoted = (word: string): string =>
  plain.test(word) ? word : `"${word.replace(/(["\\$`])/gu, '\\$1')}"`;

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
  const lines = argv
    .map((word) => (word === samplePath(basename(word)) ? basename(word) : word))
    .map(quoted)
    .reduce(
      (soFar: ReadonlyArray<string>, word) => appended(soFar, word, width),
      ['$ trackrecord'],
    );
  return lines.map((line, place) => (place === lines.length - 1 ? line : `${line} \\`));
};
