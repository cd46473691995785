import { describe, expect, it } from 'vitest';
import { spotHead, spotOf, spotView } from './spot.ts';

const inFile = { line: 1204 };
const inTable = { line: 7, place: 'table 2, row 3, column 1' };

describe('where a block stands', () => {
  it('given a file of lines, then it is its line', () => {
    expect(spotOf(inFile)).toBe('Line 1,204');
    expect(spotView(inFile)).toMatchObject({ inside: 'line 1204', cell: '1204' });
    expect(spotHead([inFile])).toEqual({ text: 'Line', isLine: true });
  });

  it('given a file without lines, then it is its place', () => {
    expect(spotOf(inTable)).toBe('Table 2, row 3, column 1');
    expect(spotView(inTable)).toMatchObject({ inside: 'table 2, row 3, column 1' });
    expect(spotHead([inFile, inTable])).toEqual({ text: 'Where', isLine: false });
    expect(spotOf({ line: 3, place: 'sheet “Actions”, cell C7' })).toBe('Sheet “Actions”, cell C7');
  });
});
