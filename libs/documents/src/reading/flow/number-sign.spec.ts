import { describe, expect, it } from 'vitest';
import { numberSign } from './number-sign.ts';

describe('a number as automatic numbering shows it', () => {
  it.each([
    [4, 'decimal', '4'],
    [-2, 'decimal', '-2'],
    [1, 'lower letter', 'a'],
    [26, 'lower letter', 'z'],
    [27, 'lower letter', 'aa'],
    [52, 'upper letter', 'AZ'],
    [703, 'lower letter', 'aaa'],
    [4, 'lower roman', 'iv'],
    [1994, 'upper roman', 'MCMXCIV'],
    [3999, 'lower roman', 'mmmcmxcix'],
    [4000, 'lower roman', '4000'],
    [0, 'lower letter', '0'],
    [Number.NaN, 'upper roman', 'NaN'],
  ] as const)('given %d as %s, then it is %s', (number, sign, shown) => {
    expect(numberSign(number, sign)).toBe(shown);
  });
});
