import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Measure, type Run, unbreakable, wrapLines } from './wrap-lines.ts';

/** Every letter is one point wide, a bold one two. */
const measure: Measure = (text, bold) => text.length * (bold ? 2 : 1);

const wrapped = (text: string, width: number): ReadonlyArray<string> =>
  wrapLines(measure, [{ text }], width).map((line) => line.map((run) => run.text).join(''));

describe('breaking words into lines', () => {
  it.each([
    ['spaces, and a line that goes on keeps its own', 'we will do it', 7, ['we will ', 'do it']],
    ['a space that just does not fit: it stands out unseen', 'we will do', 7, ['we will ', 'do']],
    [
      'a hyphen and a slash between letters',
      'multi-agency and/or',
      7,
      ['multi-', 'agency ', 'and/or'],
    ],
    [
      'a slash between numbers: it holds them together',
      'in 2010/11 now',
      8,
      ['in ', '2010/11 ', 'now'],
    ],
    ['a sign before a number', 'by -5 now', 5, ['by -5 ', 'now']],
    [
      'a space that holds words together',
      'page 3 of 10\u00a0km',
      7,
      ['page 3 ', 'of ', '10\u00a0km'],
    ],
    ['a word that no line holds', 'abcdefgh ij', 3, ['abc', 'def', 'gh ', 'ij']],
    ['line feeds', 'one\ntwo\n\nfour', 9, ['one', 'two', '', 'four']],
    ['much white space', ' a \t  b ', 9, [' a b']],
    ['nothing', '', 9, ['']],
  ])('given %s', (_, text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  it('given runs of several looks, then a word may change its look and stays whole', () => {
    const runs: ReadonlyArray<Run> = [
      { text: 'Due ' },
      { text: 'by' },
      { text: 'gone', bold: true },
    ];
    // "by" and "gone" are one word of 2 + 8 points.
    expect(wrapLines(measure, runs, 10)).toEqual([
      [{ text: 'Due ' }],
      [{ text: 'by' }, { text: 'gone', bold: true }],
    ]);
  });

  it('given any words and width, then nothing is lost, and no line is wider unless by one letter', () => {
    const text = fc.stringMatching(/^[a-d\u00e9 /-]{0,60}$/u);
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (words, width) => {
        const lines = wrapped(words, width);
        const plain = words.replace(/ +/gu, ' ');
        expect(lines.join('').trimEnd()).toBe(plain.trimEnd());
        for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('given a text, then its parts that no line breaks', () => {
    expect(unbreakable('and/or 2010/11\nlong-term')).toEqual([
      'and/',
      'or',
      '2010/11',
      'long-',
      'term',
    ]);
  });
});
