import { describe, expect, it } from 'vitest';
import { byColour } from './by-colour.ts';
import { sourceInWords } from './spot-in-words.ts';

describe('the words by which a rating was read', () => {
  it.each([
    ["amber by the cell's colour #FFC000", "by the cell's colour #FFC000"],
    ['green by its highlight #00FF00', 'by its highlight #00FF00'],
    ['red by the colour of its words #FF0000', 'by the colour of its words #FF0000'],
    ["green by the sheet's colour rule #C6EFCE", "by the sheet's colour rule #C6EFCE"],
    [
      '"In progress", amber by its colour #FFC000 ("at risk" in the document\'s key)',
      'by its colour #FFC000 ("at risk" in the document\'s key)',
    ],
    ['AMBER', undefined],
    ['Put right by its leader #1', undefined],
    ["the cell's colour #C9A86A", undefined],
    [undefined, undefined],
  ])('given %j, then the colour is %j', (words, expected) => {
    expect(byColour(words)).toBe(expected);
  });
});

describe('where something was read', () => {
  it('given a line, then that is told, and its words are not', () => {
    expect(sourceInWords({ line: 12, words: 'AMBER' })).toBe('line 12');
  });

  it('given a place and a colour, then both are told', () => {
    expect(
      sourceInWords({
        line: 12,
        place: 'table 2, row 3, column 1',
        words: "amber by the cell's colour #FFC000",
      }),
    ).toBe("table 2, row 3, column 1, by the cell's colour #FFC000");
  });
});
