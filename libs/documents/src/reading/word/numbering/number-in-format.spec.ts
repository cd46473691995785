import { describe, expect, it } from 'vitest';
import { numberInFormat } from './number-in-format.ts';

describe('a number in a list’s format', () => {
  it.each([
    [1, 'decimal', '1'],
    [7, 'decimalZero', '07'],
    [12, 'decimalZero', '12'],
    [1, 'lowerLetter', 'a'],
    [26, 'lowerLetter', 'z'],
    [27, 'lowerLetter', 'aa'],
    [54, 'upperLetter', 'BBB'],
    [4, 'lowerRoman', 'iv'],
    [1994, 'upperRoman', 'MCMXCIV'],
    [1, 'ordinal', '1st'],
    [2, 'ordinal', '2nd'],
    [3, 'ordinal', '3rd'],
    [11, 'ordinal', '11th'],
    [13, 'ordinal', '13th'],
    [22, 'ordinal', '22nd'],
    [113, 'ordinal', '113th'],
    [3, 'decimalEnclosedCircle', '③'],
    [5, 'none', ''],
    [9, 'hebrew1', '9'],
  ])('given %i as %s, then it is written “%s”', (value, format, expected) => {
    expect(numberInFormat(value, format)).toBe(expected);
  });

  it('given a pattern with noughts, then numbers have as many figures', () => {
    expect(numberInFormat(7, 'custom', '001, 002, 003, ...')).toBe('007');
  });

  it.each(['lowerLetter', 'upperRoman', 'decimalEnclosedCircle'])(
    'given a number that %s cannot write, then it stands in figures',
    (format) => {
      expect(numberInFormat(2_147_483_647, format)).toBe('2147483647');
      expect(numberInFormat(0, format)).toBe('0');
    },
  );
});
