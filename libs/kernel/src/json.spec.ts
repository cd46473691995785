import { describe, expect, it } from 'vitest';
import { Count, JsonNumber, JsonString } from './json.ts';

describe('what JSON can carry', () => {
  it.each([0, -1.5, 5e-324, Number.MAX_VALUE])('given the number %d, then it can', (value) => {
    expect(JsonNumber.is(value)).toBe(true);
  });

  it.each([NaN, Infinity, -Infinity, '1', null])(
    'given %s as a number, then it cannot',
    (value) => {
      expect(JsonNumber.is(value)).toBe(false);
      expect(JsonNumber.decode(value)._tag).toBe('Left');
    },
  );

  it.each(['', 'naïve', '\u{1F600}', '\u0000'])('given the string %j, then it can', (value) => {
    expect(JsonString.is(value)).toBe(true);
  });

  it.each(['\ud83d', '\ude00\ud83d', 7])('given %j as a string, then it cannot', (value) => {
    expect(JsonString.is(value)).toBe(false);
  });

  it.each([0, 1, Number.MAX_SAFE_INTEGER])('given %d, then it is a count', (value) => {
    expect(Count.is(value)).toBe(true);
  });

  it.each([-1, 0.5, 2 ** 53, NaN, '3'])('given %s, then it is no count', (value) => {
    expect(Count.is(value)).toBe(false);
  });
});
