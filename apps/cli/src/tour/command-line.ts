import { basename } from 'node:path';
import { samplePath } from './sample.ts';

const plain = /^[\w./:=@+-]+$/u;

const quoted = (word: string): string =>
  plain.test(word) ? word : `"${word.replace(/(["\\$`])/gu, '\\$1')}"`;

/** A command line as a person would type it beside the sample's files. */
export const commandLine = (argv: ReadonlyArray<string>): string =>
  ['trackrecord', ...argv]
    .map((word) => (word === samplePath(basename(word)) ? basename(word) : word))
    .map(quoted)
    .join(' ');
