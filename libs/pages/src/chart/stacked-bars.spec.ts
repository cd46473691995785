import { describe, expect, it } from 'vitest';
import { type BarSeries, stackedBars } from './stacked-bars.ts';

const series: ReadonlyArray<BarSeries> = [
  { name: 'In time', fill: '#0f7a52', ink: '#ffffff', strokes: '' },
  { name: 'Never <b>', fill: '#ca3535', ink: '#ffffff', strokes: 'M0 0l8 8' },
];

const drawn = (columns: Parameters<typeof stackedBars>[0]['columns'], parts = series): string =>
  stackedBars({
    ...{ id: 'p', title: 'What came of it', description: 'By quarter.', plotHeight: 100 },
    series: parts,
    columns,
  });

const boxesIn = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/gu)].map(
    ([, ...numbers]) => numbers.map(Number),
  );

describe('columns of parts', () => {
  it('given parts when they are drawn then each upon the one before, as high as it counts for', () => {
    // The axis ends at 4: a hundred pixels for four are 25 for one; the ground is at 34 + 100.
    const boxes = boxesIn(drawn([{ label: 'Q1', values: [3, 1] }])).slice(2);
    expect(boxes.map(([, y, , height]) => [y, height])).toEqual([
      [59, 75],
      [34, 25],
    ]);
  });

  it('given nothing in a part when it is drawn then no box and no number', () => {
    const svg = drawn([{ label: 'Q1', values: [0, 2] }]);
    expect(boxesIn(svg).slice(2)).toHaveLength(1);
    expect(svg).not.toContain('>0</text><rect');
  });

  it('given words when they are drawn then they are escaped, and title and description are told', () => {
    const svg = drawn([{ label: 'Q1 & Q2', values: [1, 1] }]);
    expect(svg).toContain('Never &lt;b&gt;');
    expect(svg).toContain('Q1 &amp; Q2');
    expect(svg).toContain('aria-labelledby="p-title p-desc"');
    expect(svg).not.toContain('style=');
  });

  it('given one part alone when it is drawn then it needs no legend', () => {
    const [only = { name: '', fill: '', ink: '', strokes: '' }] = series;
    expect(drawn([{ label: '', values: [1] }], [only])).not.toContain('In time');
  });

  it('given no column when it is drawn then an axis alone', () => {
    expect(drawn([])).toMatch(/^<svg .*<\/svg>$/u);
  });
});
