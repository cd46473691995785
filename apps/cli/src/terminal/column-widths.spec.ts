import { describe, expect, it } from 'vitest';
import { columnWidths } from './column-widths.ts';

const fixed = (natural: number) => ({ natural, flexible: false });
const flexible = (natural: number) => ({ natural, flexible: true });

describe('columnWidths', () => {
  it('given room for all, then each column is as wide as its widest cell', () => {
    expect(columnWidths([fixed(3), flexible(20)], 80)).toEqual([3, 20]);
  });

  it('given too little room, then the words give way: 40 less 3 and a gap of 2 leave 35', () => {
    expect(columnWidths([fixed(3), flexible(60)], 40)).toEqual([3, 35]);
  });

  it('given two columns of words, then the modest one keeps its width and the other takes the rest', () => {
    expect(columnWidths([flexible(10), flexible(60)], 40)).toEqual([10, 28]);
  });

  it('given no room for words that can be read, then no widths', () => {
    expect(columnWidths([fixed(30), flexible(60)], 40)).toBeUndefined();
  });
});
