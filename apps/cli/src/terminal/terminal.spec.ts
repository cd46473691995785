import { describe, expect, it } from 'vitest';
import { safe } from './terminal.ts';

describe('safe', () => {
  it.each([
    ['a colour', 'Red\u001b[31m', 'Red [31m'],
    ['a title of the window', '\u001b]0;owned\u0007', ' ]0;owned '],
    ['a carriage return that writes over', 'Green\rRed', 'Green Red'],
    ['a backspace', 'Red\b\b\bGrn', 'Red   Grn'],
    ['an eight-bit control', '\u009b2J', ' 2J'],
    ['a turn of the direction', 'a\u202etxt.exe', 'a txt.exe'],
  ])('given %s in a document, then it cannot steer the terminal', (_what, words, shown) => {
    expect(safe(words)).toBe(shown);
  });

  it('given line breaks and letters of any script, then they stay', () => {
    expect(safe('Café –\nÉcole 日本')).toBe('Café –\nÉcole 日本');
  });
});
