import { describe, expect, it } from 'vitest';
import { areaInWords, areaOf, areasOf, cellAt, columnName } from './cell-reference.ts';

describe('given the name of a cell', () => {
  it.each([
    ['A1', { row: 1, column: 1 }],
    ['Z9', { row: 9, column: 26 }],
    ['AA10', { row: 10, column: 27 }],
    ['$AZ$52', { row: 52, column: 52 }],
    ['XFD1048576', { row: 1_048_576, column: 16_384 }],
  ])('when it is %s then it is the cell of that column and row', (name, at) => {
    expect(cellAt(name)).toEqual(at);
  });

  it.each(['', 'A', '7', 'A0', 'XFE1', 'A1048577', '7A', 'A1B', 'a1', 'A-1', 'A1.5', 'ZZZZ1'])(
    'when it is “%s” then there is no such cell',
    (name) => {
      expect(cellAt(name)).toBeUndefined();
    },
  );

  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('when a column is number %i then it is called %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });
});

describe('given a range', () => {
  it('when it is a rectangle, whole columns or whole rows then it is their cells', () => {
    expect(areaOf('C7:A2')).toEqual({ first: { row: 2, column: 1 }, last: { row: 7, column: 3 } });
    expect(areaOf('$B:$C')).toEqual({
      first: { row: 1, column: 2 },
      last: { row: 1_048_576, column: 3 },
    });
    expect(areaOf('3:5')).toEqual({
      first: { row: 3, column: 1 },
      last: { row: 5, column: 16_384 },
    });
  });

  it('when it names no cells then there are none', () => {
    expect(['', ':', 'A1:', 'XFE:XFF', '0:3', '3:1048577', 'Other!A1'].map(areaOf)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it('when there are several then each is taken, and told again', () => {
    expect(areasOf('A1  B2:C3 nonsense').map(areaInWords)).toEqual(['A1', 'B2:C3']);
  });
});
