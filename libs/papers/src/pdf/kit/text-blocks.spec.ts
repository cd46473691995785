import { describe, expect, it } from 'vitest';
import { linesForPage, runsOf } from './text-blocks.ts';

describe('how many lines of a paragraph stand on a page', () => {
  it.each([
    ['all fit', 5, 9, 5],
    ['three of five fit', 5, 3, 3],
    ['one would be left alone on the next page', 5, 4, 3],
    ['one would be left alone on this page', 5, 1, 0],
    ['three lines cannot be parted', 3, 2, 0],
    ['nothing fits', 5, 0, 0],
  ])('given %s', (_, left, fit, expected) => {
    expect(linesForPage(left, fit)).toBe(expected);
  });
});

describe('addresses in words', () => {
  it('given one in a sentence, then it is a link without the sentence’s end', () => {
    expect(runsOf('See https://harbour.example/plan?a=1. Then (http://x.example/b) too')).toEqual([
      { text: 'See ' },
      { text: 'https://harbour.example/plan?a=1', link: 'https://harbour.example/plan?a=1' },
      { text: '. Then (' },
      { text: 'http://x.example/b', link: 'http://x.example/b' },
      { text: ') too' },
    ]);
  });

  it.each(['javascript:alert(1)', 'file:///etc/hosts', 'Ask the council', 'http://', ''])(
    'given "%s", then it is no link',
    (text) => {
      expect(runsOf(text)).toEqual([{ text }]);
    },
  );
});
