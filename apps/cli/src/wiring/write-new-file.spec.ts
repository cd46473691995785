import * as E from 'fp-ts/lib/Either.js';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeNewFile } from './write-new-file.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writing a file', () => {
  let directory = '';

  beforeEach(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), 'trackrecord-export-')));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const inIt = (name: string): string => join(directory, name);
  const written = (name: string, force = false) =>
    writeNewFile(inIt(name), bytesOf('new'), { force });
  const messageOf = (answer: E.Either<unknown, void>): string =>
    E.isLeft(answer) ? JSON.stringify(answer.left) : 'it was written';

  it('given a free name, then the file, as this user’s files are, and nothing beside it', () => {
    expect(written('paper.docx')).toEqual(E.right(undefined));
    expect(readFileSync(inIt('paper.docx'), 'utf8')).toBe('new');
    expect(readdirSync(directory)).toEqual(['paper.docx']);
    writeFileSync(inIt('any.txt'), 'any');
    expect(statSync(inIt('paper.docx')).mode).toBe(statSync(inIt('any.txt')).mode);
  });

  it('given a file of that name, then it is left as it is, and how to write over it is told', () => {
    writeFileSync(inIt('paper.docx'), 'old');
    expect(messageOf(written('paper.docx'))).toContain('with --force it is written over');
    expect(readFileSync(inIt('paper.docx'), 'utf8')).toBe('old');
    expect(readdirSync(directory)).toEqual(['paper.docx']);
  });

  it('given that it may be written over, then the new one', () => {
    writeFileSync(inIt('paper.docx'), 'old');
    expect(written('paper.docx', true)).toEqual(E.right(undefined));
    expect(readFileSync(inIt('paper.docx'), 'utf8')).toBe('new');
  });

  it('given a link that may be written over, then the file that it leads to is new', () => {
    writeFileSync(inIt('kept.docx'), 'old');
    symlinkSync(inIt('kept.docx'), inIt('paper.docx'));
    expect(written('paper.docx', true)).toEqual(E.right(undefined));
    expect(readFileSync(inIt('kept.docx'), 'utf8')).toBe('new');
    expect(readdirSync(directory).toSorted()).toEqual(['kept.docx', 'paper.docx']);
  });

  it('given a directory that is not there, then it is named', () => {
    expect(messageOf(written('papers/paper.docx'))).toContain(
      `There is no directory for ${inIt('papers/paper.docx')}.`,
    );
  });

  it.each([false, true])('given a directory of that name (force: %s), then it is told', (force) => {
    mkdirSync(inIt('paper.docx'));
    expect(messageOf(written('paper.docx', force))).toContain('is a directory');
    expect(readdirSync(directory)).toEqual(['paper.docx']);
  });
});
