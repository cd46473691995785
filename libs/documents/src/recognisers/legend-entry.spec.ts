import { describe, expect, it } from 'vitest';
import { colourNamesOf } from './colour-names.ts';
import { readLegendEntry } from './legend-entry.ts';

describe('given a line of a key of colours', () => {
  it.each([
    ['Blue – complete', 'blue', 'Complete'],
    ['purple = overdue', 'purple', 'Red'],
    ['Grey: not started', 'grey', 'Not started'],
    ['Gray: not due yet', 'grey', 'Not started'],
    ['(B) Blue: Action completed', 'blue', 'Complete'],
    ['R – Red – off track', 'red', 'Red'],
    ['Green = complete', 'green', 'Complete'],
    ['Amber: started, but behind schedule', 'amber', 'Amber'],
    ['Red means no progress', 'red', 'Red'],
    ['White - not rated', 'white', 'none'],
    ['Purple: under review', 'purple', undefined],
    ['Light blue: delivered', 'blue', 'Complete'],
    ['Orange: some slippage, recoverable', 'orange', 'Amber'],
    ['Overdue', undefined, 'Red'],
    ['On track to be completed on time', undefined, 'Green'],
    ['Not yet started', undefined, 'Not started'],
    ['Not complete', undefined, undefined],
    ['On track or complete', undefined, undefined],
    ['Green spaces are mapped', undefined, undefined],
  ])('when it is "%s" then it is about %s and means %s', (words, name, rating) => {
    const read = readLegendEntry(words);
    expect([read?.name, read?.rating]).toEqual([name, rating]);
  });

  it.each(['', ' ', 'Blue – '.padEnd(140, 'x')])('when it is none, "%s", then nothing', (words) => {
    expect(readLegendEntry(words)).toBeUndefined();
  });
});

describe('given a colour', () => {
  it.each([
    ['#FF0000', 'red'],
    ['#FFC0CB', 'pink'],
    ['#ED7D31', 'orange'],
    ['#FFC000', 'amber'],
    ['#FFFF00', 'yellow'],
    ['#00B050', 'green'],
    ['#00FFFF', 'turquoise'],
    ['#0070C0', 'blue'],
    ['#7030A0', 'purple'],
    ['#FF00FF', 'pink'],
    ['#C9A86A', 'brown'],
    ['#A6A6A6', 'grey'],
    ['#FFFFFF', 'white'],
    ['#000000', 'black'],
  ])('when it is %s then people call it %s', (hex, name) => {
    expect(colourNamesOf(hex)[0]).toBe(name);
  });

  it('when it is none then it has no name', () => {
    expect(colourNamesOf('auto')).toEqual([]);
  });
});
