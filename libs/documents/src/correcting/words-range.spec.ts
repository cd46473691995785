import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookupReferencePlans } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../document/block.ts';
import { blocksOf } from '../reading/text/blocks-of.ts';
import { wordsAsTyped } from './words-as-typed.ts';
import { wordsRangesOf } from './words-range.ts';

/** The words of each block, sliced from the source. */
const sliced = (source: string): ReadonlyArray<string> =>
  wordsRangesOf({ format: 'text', blocks: blocksOf(source) }).map(({ start, end }) =>
    source.slice(start, end),
  );

const plain = (words: string): string => words.replace(/\s+/gu, ' ').trim();

const asRead = (source: string): ReadonlyArray<string> =>
  blocksOf(source).map((block) => plain(wordsOf(block)));

describe('where the words of blocks stand', () => {
  it('given paragraphs, list items and headings, then marker and all, without the lines around them', () => {
    expect(sliced('\n  # Plan\n\nWords here \n· one\n\n')).toEqual([
      '# Plan',
      'Words here',
      '· one',
    ]);
  });

  it('given cells, then without their tabs and bars', () => {
    expect(sliced('\tAction 1. Sing\n\t AMBER \n\nNo\tAction\n1\tSing\n')).toEqual([
      'Action 1. Sing',
      'AMBER',
      'No',
      'Action',
      '1',
      'Sing',
    ]);
    expect(sliced('| a | b |\n|--|--|\n| c | |\n')).toEqual(['a', 'b', 'c', '']);
  });

  it.each([
    ['\ta\n\t\n\tb\n', '\ta\n\tX\n\tb\n'],
    ['\ta\n\t', '\ta\n\tX'],
    ['1\t\t3\n', '1\tX\t3\n'],
    ['| 1 || 3 |\n', '| 1 |X| 3 |\n'],
    ['1\t2\t\nwords\n', '1\t2\tX\nwords\n'],
  ])('given the empty cell of %j, then words put there are that cell', (source, expected) => {
    const blocks = blocksOf(source);
    const place = blocks.findIndex(({ text }) => text === '');
    const { start, end } = wordsRangesOf({ format: 'text', blocks })[place] ?? { start: 0, end: 0 };
    const filled = `${source.slice(0, start)}X${source.slice(end)}`;
    expect(filled).toBe(expected);
    expect(blocksOf(filled).map(({ text }) => text)).toEqual(
      blocks.map(({ text }, at) => (at === place ? 'X' : text)),
    );
  });

  it('given any text, then they are the words of the blocks, in order', () => {
    const line = fc.constantFrom(
      ...['', ' ', '\t', '\tcell', '\tcell\r', 'words', '· item', '12. item', 'a\tb', 'a\t\tb'],
      ...['| a | b |', '|--|--|', '| a || b |', '\t\tx', ' |:-|\r', '| |', '\uFEFF', 'two  words '],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.boolean(), (lines, ends) => {
        const source = lines.join('\n') + (ends ? '\n' : '');
        expect(sliced(source).map(plain)).toEqual(asRead(source));
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });
});

const plans = lookupReferencePlans();
if (plans._tag === 'Missing')
  console.log(`the words of the reference plans: skipped, since ${plans.why}`);

describe.skipIf(plans._tag === 'Missing')('where the words of the reference plans stand', () => {
  it('then every block is where its words are', () => {
    const directory = plans._tag === 'Found' ? plans.directory : '';
    readdirSync(directory).forEach((name) => {
      const source = readFileSync(join(directory, name), 'utf8');
      expect(sliced(source).map(plain)).toEqual(asRead(source));
    });
  });
});

describe('words as they were typed', () => {
  const cell = { table: { table: 1, row: 1, column: 1 } };

  it('given a cell, then they stand on one line', () => {
    expect(wordsAsTyped(cell, 'a\n', ' RED\r\n\tthen  amber ')).toBe('RED then amber');
  });

  it('given a paragraph, then with the line ends of the text', () => {
    expect(wordsAsTyped({}, 'a\nb', 'one\r\ntwo\rthree ')).toBe('one\ntwo\nthree');
    expect(wordsAsTyped({}, 'a\r\nb', 'one\r\ntwo')).toBe('one\r\ntwo');
  });
});
