import { describe, expect, it } from 'vitest';
import { contrast, readable } from './readable.ts';

const small = { size: 11, bold: false };
const large = { size: 18, bold: false };

describe('words on a ground', () => {
  // Ratios as the W3C's own examples and WebAIM's checker give them.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
  ])('given %s on %s, then their contrast is %d', (ink, ground, ratio) => {
    expect(contrast(ink, ground)).toBeCloseTo(ratio, 2);
    expect(contrast(ground, ink)).toBeCloseTo(ratio, 2);
  });

  it('given words that can be read, then they stay as they are', () => {
    expect(readable('#6a1b4d', '#ffffff', small)).toBe('#6a1b4d');
    expect(readable('#ffffff', '#6a1b4d', small)).toBe('#ffffff');
  });

  it('given a colour that only large letters can be read in, then small ones are darker', () => {
    expect(readable('#ff0000', '#ffffff', large)).toBe('#ff0000');
    expect(readable('#ff0000', '#ffffff', { size: 14, bold: true })).toBe('#ff0000');
    expect(contrast(readable('#ff0000', '#ffffff', small), '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['white on white', '#ffffff', '#ffffff'],
    ['black on black', '#000000', '#000000'],
    ['a grey on a grey', '#888888', '#808080'],
  ])('given %s, then it can be read after all', (_, ink, ground) => {
    expect(contrast(readable(ink, ground, small), ground)).toBeGreaterThanOrEqual(4.5);
  });
});
