import { describe, expect, it } from 'vitest';
import { ratingLooks, ratingTone } from './rating-look.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const channel = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('how ratings look', () => {
  it('given black on white, then the measure itself is 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });

  it.each(Object.entries(ratingLooks))(
    'given %s, then its word can be read on its colour',
    (_, { fill, ink }) => {
      expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('given all of them, then no two share a shape', () => {
    const shapes = Object.values(ratingLooks).map(({ shape }) => shape);
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});

describe('ratingTone', () => {
  it.each([
    ['Red', 'red'],
    ['AMBER / GREEN', 'amber-green'],
    ['Green/Amber', 'amber-green'],
    ['Amber/Red', 'red-amber'],
    ['Not started', 'not-started'],
    ['Not rated', 'not-rated'],
    ['Paused', 'other'],
    ['constructor', 'other'],
  ])('given %s, then %s', (word, tone) => {
    expect(ratingTone(word)).toBe(tone);
  });
});
