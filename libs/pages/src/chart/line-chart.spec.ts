import { describe, expect, it } from 'vitest';
import { type LineChart, lineChart } from './line-chart.ts';

// One line of legend: the plot is from 24 + 30 = 54 down to 54 + 260 = 314, for values from 0 to 10.
// The axis takes 16 + 2 × 7.5 = 31; 677 units for two steps and twice 0.4 of one: a step is 241.79.
const chart: LineChart = {
  id: 'l',
  title: 'Waiting',
  description: 'Weeks.',
  unit: 'Weeks',
  periods: ['2023', '2024', '2025'],
  series: [{ name: 'Harbour', values: [{ value: 0 }, { value: 5 }, { value: 10 }] }],
};

const withValues = (...values: ReadonlyArray<number | null>): LineChart => ({
  ...chart,
  series: [{ name: 'Harbour', values: values.map((value) => (value === null ? null : { value })) }],
});

describe('lineChart', () => {
  it('given 0, 5 and 10, then a straight line from the bottom to the top', () => {
    expect(lineChart(chart)).toContain('d="M127.7,314L369.5,184L611.3,54"');
  });

  it('given a value that is missing, then the line is broken there', () => {
    expect(lineChart(withValues(0, null, 10))).toContain('d="M127.7,314ZM611.3,54Z"');
  });

  it('given a provisional value, then its marker is hollow, and the legend says what that means', () => {
    const svg = lineChart({
      ...chart,
      series: [{ name: 'Harbour', values: [{ value: 1 }, { value: 2, provisional: true }, null] }],
    });
    expect(svg.match(/fill="#ffffff"/gu)).toHaveLength(1);
    expect(svg).toContain('Hollow: provisional');
  });

  it('given several series, then no two share a dash or a marker', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    const svg = lineChart({
      ...chart,
      series: names.map((name) => ({ name, values: [{ value: 1 }] })),
    });
    const legend = [
      ...svg.matchAll(
        /<line x1="[\d.]+" x2="[\d.]+" y1="[\d.]+" y2="[\d.]+" stroke="(#[0-9a-f]+)" stroke-width="2.5"(?: stroke-dasharray="([\d ]+)")?\/><path transform="[^"]*" d="([^"]+)"/gu,
      ),
    ];
    expect(legend).toHaveLength(6);
    expect(new Set(legend.map(([, , dash]) => dash)).size).toBe(6);
    expect(new Set(legend.map(([, , , marker]) => marker)).size).toBe(6);
  });

  it.each([
    ['no series', { ...chart, series: [] }],
    ['no periods', { ...chart, periods: [] }],
    ['nothing but gaps', withValues(null, null, null)],
    ['one value, which is nought', withValues(0)],
    ['values below nought', withValues(-3, -1, -2)],
    ['values that are all the same', withValues(7, 7, 7)],
  ])('given %s, then a picture all the same', (_, odd) => {
    expect(lineChart(odd)).not.toMatch(/NaN|Infinity|undefined/u);
  });
});
