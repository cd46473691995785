import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { cutAtWord } from './cut-at-word.ts';
import { asSentence, count, listInWords, ukDate, withinSentence } from './in-words.ts';
import { wrap } from './wrap.ts';

describe('a text that is cut', () => {
  it.each([
    ['one two three', 13, 'one two three'],
    ['one two three', 12, 'one two…'],
    ['one two three', 8, 'one two…'],
    ['one two, three', 10, 'one two…'],
    ['abcdefghij', 5, 'abcd…'],
    ['a bcdefghijkl', 8, 'a bcdef…'],
    ['👩‍🏫👩‍🏫👩‍🏫', 4, '👩‍🏫…'],
    ['', 5, ''],
  ])('given %j and %i characters, then %j', (text, limit, wanted) => {
    expect(cutAtWord(text, limit)).toBe(wanted);
  });
});

describe('a text that is wrapped', () => {
  it.each([
    ['one two three', '', 7, ['one two', 'three']],
    ['one two three', '  ', 7, ['  one', '  two', '  three']],
    ['abcdefghij k', '', 4, ['abcd', 'efgh', 'ij k']],
    ['  a   b  ', '', 5, ['a b']],
    ['', '', 5, []],
  ])('given %j after %j in %i columns, then %j', (text, indent, width, lines) => {
    expect(wrap(text, indent, width)).toEqual(lines);
  });
});

describe('words', () => {
  it('given dates, numbers, lists and sentences, then they read as people write them', () => {
    expect(ukDate(must(LocalDate)('2026-12-01'))).toBe('1 December 2026');
    expect([count(1, 'day'), count(0, 'day'), count(1234, 'day')]).toEqual([
      '1 day',
      '0 days',
      '1,234 days',
    ]);
    expect([listInWords([]), listInWords(['A']), listInWords(['A', 'B', 'C'])]).toEqual([
      '',
      'A',
      'A, B and C',
    ]);
    expect(['Why', 'Why?', 'Done.', 'He said “no.”', 'Wait…'].map(asSentence)).toEqual([
      'Why.',
      'Why?',
      'Done.',
      'He said “no.”',
      'Wait…',
    ]);
    expect(['Action 27', 'NI 116', 'a', ''].map(withinSentence)).toEqual([
      'action 27',
      'NI 116',
      'a',
      '',
    ]);
  });
});
