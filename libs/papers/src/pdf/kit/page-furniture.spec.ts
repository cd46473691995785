import { describe, expect, it } from 'vitest';
import { footLines } from './page-furniture.ts';
import type { Measure } from './wrap-lines.ts';

const measure: Measure = (text) => text.length;

const feet = (foot: string, title: string, width: number): ReadonlyArray<string> =>
  footLines(measure, foot, title, width).map((line) => line.map(({ text }) => text).join(''));

describe('the foot of a page', () => {
  it('given a short one, then one line', () => {
    expect(feet('Harbour, as of 30 June', 'Harbour', 40)).toEqual(['Harbour, as of 30 June']);
  });

  it('given a long one, then two', () => {
    expect(feet('Harbour plan, as of 30 June', 'Harbour plan', 16)).toEqual([
      'Harbour plan, as ',
      'of 30 June',
    ]);
  });

  it('given a title that leaves no room, then the title is shortened, not the date', () => {
    const title = 'A plan for all children by the sea';
    const lines = feet(`${title}, as of 30 June`, title, 16);
    expect(lines).toHaveLength(2);
    expect(lines.join('')).toMatch(/^A plan for .*…, as of 30 June$/u);
  });

  it('given no room for anything, then two lines all the same', () => {
    expect(feet('Harbour, as of 30 June 2026', 'Harbour', 3)).toHaveLength(2);
  });
});
