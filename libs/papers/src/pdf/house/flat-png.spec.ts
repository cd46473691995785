import { describe, expect, it } from 'vitest';
import { inflateSync } from 'node:zlib';
import { flatPng } from './flat-png.ts';
import { aLogo, aPng, type PngOf } from './testing/png.ts';

/** The points of a PNG of eight bits and three colours that has one IDAT and no filters, row by row. */
const pointsOf = (png: Uint8Array): ReadonlyArray<ReadonlyArray<number>> => {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect([...file.subarray(24, 29)]).toEqual([8, 2, 0, 0, 0]);
  const at = file.indexOf('IDAT');
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  return Array.from({ length: height }, (_, row) => [
    ...rows.subarray(row * (width * 3 + 1) + 1, (row + 1) * (width * 3 + 1)),
  ]);
};

const flat = (of: PngOf) => {
  const made = flatPng(aPng(of));
  return '_tag' in made ? made.seen : pointsOf(made);
};

const [red, green, white, black] = [
  [255, 0, 0],
  [0, 128, 0],
  [255, 255, 255],
  [0, 0, 0],
] as const;

describe('a PNG for a PDF', () => {
  it.each<readonly [string, PngOf, ReadonlyArray<ReadonlyArray<number>>]>([
    [
      'colours',
      { width: 2, height: 1, depth: 8, type: 2, rows: [0, ...red, ...green] },
      [[...red, ...green]],
    ],
    [
      'colours of sixteen bits: the upper eight',
      { width: 1, height: 1, depth: 16, type: 2, rows: [0, 255, 9, 0, 9, 128, 9] },
      [[255, 0, 128]],
    ],
    // 0b10100000: a white point, a black one, a white one.
    [
      'one bit a point',
      { width: 3, height: 1, depth: 1, type: 0, rows: [0, 0b10100000] },
      [[...white, ...black, ...white]],
    ],
    // Fifteen are white: five are a third of it.
    [
      'greys of four bits',
      { width: 2, height: 1, depth: 4, type: 0, rows: [0, 0xf5] },
      [[...white, 85, 85, 85]],
    ],
    [
      'a palette of two bits, one of its colours half clear',
      {
        ...{ width: 3, height: 1, depth: 2, type: 3 },
        palette: [...red, ...green, ...black],
        transparency: [255, 255, 128],
        rows: [0, 0b00011000],
      },
      // 255 × (255 − 128) ÷ 255.
      [[...red, ...green, 127, 127, 127]],
    ],
    [
      'colours with how clear they are',
      { width: 2, height: 1, depth: 8, type: 6, rows: [0, ...red, 0, ...green, 255] },
      [[...white, ...green]],
    ],
    [
      'a grey with how clear it is',
      { width: 1, height: 1, depth: 8, type: 4, rows: [0, 0, 51] },
      [[204, 204, 204]],
    ],
    [
      'a colour that stands for clear',
      {
        ...{ width: 2, height: 1, depth: 8, type: 2 },
        transparency: [0, 255, 0, 0, 0, 0],
        rows: [0, ...red, ...green],
      },
      [[...white, ...green]],
    ],
    // Each row by another way of telling differences, worked out by the standard's formulas.
    [
      'filters',
      {
        ...{ width: 2, height: 5, depth: 8, type: 0 },
        rows: [
          ...[0, 10, 20],
          ...[1, 10, 10], // 10, 10 + 10
          ...[2, 5, 5], // 10 + 5, 20 + 5
          ...[3, 3, 3], // (0 + 15) / 2 + 3 = 10, (10 + 25) / 2 + 3 = 20
          ...[4, 1, 1], // 10 + 1, then of 11, 20 and 10 the nearest to 21: 20, and 1
        ],
      },
      [
        [10, 10, 10, 20, 20, 20],
        [10, 10, 10, 20, 20, 20],
        [15, 15, 15, 25, 25, 25],
        [10, 10, 10, 20, 20, 20],
        [11, 11, 11, 21, 21, 21],
      ],
    ],
    // Passes: (0, 0), then (1, 0), then the second row.
    [
      'rows that come in seven passes',
      {
        ...{ width: 2, height: 2, depth: 8, type: 0, interlaced: true },
        rows: [0, 1, 0, 2, 0, 3, 4],
      },
      [
        [1, 1, 1, 2, 2, 2],
        [3, 3, 3, 4, 4, 4],
      ],
    ],
  ])('given %s, then its points on white', (_, of, points) => {
    expect(flat(of)).toEqual(points);
  });

  const plain: PngOf = { width: 2, height: 1, depth: 8, type: 2, rows: [0, ...red, ...green] };

  it.each<readonly [string, PngOf, string]>([
    ['too few points', { ...plain, rows: [0, 1, 2] }, 'its points are damaged'],
    [
      'a filter that there is none of',
      { ...plain, rows: [9, ...red, ...red] },
      'its points are damaged',
    ],
    ['no width', { ...plain, width: 0 }, 'it has no points'],
    [
      'more points than any page shows',
      { ...plain, width: 100_000, height: 100_000 },
      'it is 100000 × 100000 points; accepted are 4,000,000 in all',
    ],
    ['colours of three bits', { ...plain, depth: 3 }, 'it has colours that no PNG has'],
    ['a colour type of its own', { ...plain, type: 5 }, 'it has colours that no PNG has'],
  ])('given %s, then it says so', (_, of, words) => {
    expect(flat(of)).toBe(words);
  });

  it('given any byte of it changed or its end cut off, then a picture or a refusal, and no fault', () => {
    const logo = aLogo();
    for (let at = 8; at < logo.length; at += 1) {
      const changed = Uint8Array.from(logo);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      expect(flatPng(changed)).toBeDefined();
      expect(flatPng(logo.subarray(0, at))).toBeDefined();
    }
    expect(flatPng(logo.subarray(0, 40))).toEqual({
      _tag: 'BadPicture',
      seen: 'it ends too early',
    });
  });
});
