import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.ts';
import { hanging, wrapped } from './wrapped.ts';

describe('wrapped', () => {
  it('given words, then lines that break between words', () => {
    expect(wrapped(10, 'Two schools have signed')).toEqual(['Two', 'schools', 'have', 'signed']);
    expect(wrapped(12, 'Two schools have signed')).toEqual(['Two schools', 'have signed']);
  });

  it('given line breaks in the text, then they stay', () => {
    expect(wrapped(40, 'Toy library\nHoliday play')).toEqual(['Toy library', 'Holiday play']);
  });

  it('given a word that is longer than a line, then it is broken and nothing of it is lost', () => {
    const address = 'https://example.org/a/very/long/address';
    const lines = wrapped(10, address);
    expect(lines.join('')).toBe(address);
    expect(Math.max(...lines.map(textWidth))).toBe(10);
  });

  it('given an escape sequence, then no control character comes out', () => {
    expect(wrapped(40, 'Red\u001b[2J alert')).toEqual(['Red [2J alert']);
  });
});

describe('hanging', () => {
  it('given a beginning, then later lines stand under the words of the first', () => {
    expect(hanging(20, '  14  ', 'Two schools have signed')).toEqual([
      '  14  Two schools',
      '      have signed',
    ]);
  });
});
