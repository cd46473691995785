import { describe, expect, it } from 'vitest';
import { beginningOf, shortened, textWidth } from './text-width.ts';

describe('textWidth', () => {
  it.each([
    ['', 0],
    ['Amber', 5],
    ['Children’s', 10],
    // An accent that is a character of its own belongs to its letter.
    ['cafe\u0301', 4],
    ['日本', 4],
    ['🚌', 2],
  ])('given %j, then %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('shortened', () => {
  it('given words that fit, then the words', () => {
    expect(shortened('Open ten playgrounds', 20)).toBe('Open ten playgrounds');
  });

  it('given words that do not fit, then their beginning and an ellipsis, no wider than asked', () => {
    expect(shortened('Open ten playgrounds', 10)).toBe('Open ten…');
  });

  it('given line breaks and tabs, then one line', () => {
    expect(shortened('Open\n\tten', 20)).toBe('Open ten');
  });

  it('given characters of two columns, then none is cut in half', () => {
    expect(beginningOf('日本', 3)).toBe('日');
  });
});
