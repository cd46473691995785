import { describe, expect, it } from 'vitest';
import { codePointsOf } from './code-points.ts';
import { paperFonts } from './paper-fonts.ts';

const words = (...numbers: ReadonlyArray<number>): ReadonlyArray<number> =>
  numbers.flatMap((number) => [(number >> 8) & 0xff, number & 0xff]);

/**
 * A font that is a character map alone, laid out by hand after the OpenType specification: A to C by a difference
 * (glyphs 1 to 3), 0 and 1 by a list (glyphs 7 and none), and the last segment that every map ends with.
 */
const font = new Uint8Array([
  ...words(0, 1, 1, 0, 0, 0),
  ...[0x63, 0x6d, 0x61, 0x70],
  ...words(0, 0, 0, 28, 0, 52),
  ...words(0, 1, 3, 1, 0, 12),
  ...words(4, 44, 0, 6, 4, 1, 2),
  ...words(0x31, 0x43, 0xffff),
  ...words(0),
  ...words(0x30, 0x41, 0xffff),
  ...words(0, 0x10000 - 0x40, 1),
  // From its own place the list is three words on.
  ...words(6, 0, 0),
  ...words(7, 0),
]);

describe('the characters of a font', () => {
  it('given a map, then those that have a glyph', () => {
    expect([...codePointsOf(font)].map((one) => String.fromCodePoint(one))).toEqual([
      '0',
      'A',
      'B',
      'C',
    ]);
  });

  it('given a file without a map, then none', () => {
    expect(codePointsOf(new Uint8Array(words(0, 1, 0, 0, 0, 0)))).toEqual(new Set());
  });

  // Counted by another reader of fonts (fontconfig's fc-query), which counts those beyond the basic plane too.
  it('given the fonts of papers, then about as many as others find in them', () => {
    expect(paperFonts().drawable.size).toBeGreaterThan(1500);
    expect(paperFonts().drawable.size).toBeLessThanOrEqual(1615);
  });
});
