import { describe, expect, it } from 'vitest';
import type { Lines } from '../paper/board-paper.ts';
import type { Drawing, MeasureWords } from './drawing.ts';
import { lineChart } from './line-chart.ts';

const measure: MeasureWords = (text) => text.length * 5;

const at = (value: number, isProvisional = false) => ({ value, isProvisional });

const chart: Lines = {
  _tag: 'Lines',
  title: 'Waits',
  alt: 'Chart of waits',
  unit: 'families',
  periods: ['2023', '2024', '2025', '2026'],
  lines: [
    { name: 'Harbour', kind: 'series', values: [at(0), at(50), null, at(100, true)] },
    { name: 'England', kind: 'comparator', values: [at(100), at(100), at(100), at(100)] },
  ],
};

const room = { width: 400, measure };

const said = ({ shapes }: Drawing): ReadonlyArray<string> =>
  shapes.flatMap((shape) => (shape._tag === 'Words' ? [shape.text] : []));

const paths = ({ shapes }: Drawing) => shapes.filter((shape) => shape._tag === 'Path');

describe('an indicator’s values as lines', () => {
  const drawn = lineChart(chart, room);

  it('given lines, then a legend, what provisional looks like, the unit, both axes', () => {
    expect(said(drawn)).toEqual([
      ...['Harbour', 'England', 'Hollow: provisional', 'families'],
      ...['0', '20', '40', '60', '80', '100'],
      ...['2023', '2024', '2025', '2026'],
    ]);
  });

  it('given values, then their markers stand at their heights and periods', () => {
    const places = paths(drawn)
      // Below the legend.
      .filter(({ y }) => y > 45)
      .map(({ x, y }) => ({ x, y }));
    const [nought, half, whole] = places;
    // The plot is 130 points high: 50 stands in its middle, 100 at its top.
    expect((nought?.y ?? 0) - (half?.y ?? 0)).toBeCloseTo(65, 1);
    expect((nought?.y ?? 0) - (whole?.y ?? 0)).toBeCloseTo(130, 1);
    // The third period has no value: the next stands twice as far on.
    const step = (half?.x ?? 0) - (nought?.x ?? 0);
    expect((whole?.x ?? 0) - (half?.x ?? 0)).toBeCloseTo(2 * step, 1);
  });

  it('given a period without a value, then the line is broken there', () => {
    const [line] = paths(drawn).filter(({ path }) => /^M[\d.]+,[\d.]+L/u.test(path));
    // From 0 to 50, and the last value by itself.
    expect(line?.path.match(/M/gu)).toHaveLength(2);
    expect(line?.path.match(/L/gu)).toHaveLength(1);
  });

  it('given a provisional value, then its marker alone is hollow', () => {
    const hollow = paths(drawn).filter(({ fill }) => fill === '#ffffff');
    expect(hollow).toHaveLength(1);
  });

  it('given two lines, then they differ without colour: by dash and by marker', () => {
    const rules = drawn.shapes.flatMap((shape) =>
      shape._tag === 'Rule' && shape.thickness > 1 ? [shape.dash] : [],
    );
    expect(rules).toEqual([undefined, [6, 3]]);
  });

  it('given a name that no line holds, then it is shortened', () => {
    const name = 'All areas of the country that are like ours '.repeat(4).trim();
    const [first = ''] = said(
      lineChart({ ...chart, lines: [{ name, kind: 'series', values: [at(1)] }] }, room),
    );
    expect(first).toMatch(/^All areas .*…$/u);
    expect(measure(first, 9, false)).toBeLessThanOrEqual(400 - 36);
  });

  it('given no values at all, then axes all the same', () => {
    const none = lineChart({ ...chart, lines: [] }, room);
    expect(said(none)).toContain('2026');
    expect(paths(none)).toEqual([]);
  });
});
