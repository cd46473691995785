import { scaleBand, scaleLinear } from 'd3-scale';
import { element, faint, ink, type Picture, picture, words } from './svg.ts';

/** One part of each column: its name, its colour, and strokes over it that tell it apart without colour. */
export type BarSeries = Readonly<{
  name: string;
  fill: string;
  /** Of numbers on it. */
  ink: string;
  /** A path in a tile of 8 by 8; "" for none. */
  strokes: string;
}>;

/** A column: what is written below it ("" for nothing), and a value for each series. */
export type BarColumn = Readonly<{ label: string; values: ReadonlyArray<number> }>;

export type StackedBars = Picture &
  Readonly<{
    /** From the bottom of each column up. */
    series: ReadonlyArray<BarSeries>;
    columns: ReadonlyArray<BarColumn>;
    /** In pixels, of 720 wide. */
    plotHeight?: number;
  }>;

const width = 720;
const left = 40;

const patternOf = (id: string, place: number): string => `${id}-part-${place}`;

const pattern =
  (id: string) =>
  ({ fill, ink: stroke, strokes }: BarSeries, place: number): string =>
    element(
      'pattern',
      { id: patternOf(id, place), width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
      element('rect', { width: 8, height: 8, fill }),
      ...(strokes === ''
        ? []
        : [
            element('path', {
              d: strokes,
              stroke,
              'stroke-width': 1,
              'stroke-opacity': 0.55,
              fill: 'none',
            }),
          ]),
    );

const box = (
  id: string,
  place: number,
  at: Readonly<{ x: number; y: number; width: number; height: number }>,
): string =>
  element('rect', {
    ...at,
    fill: `url(#${patternOf(id, place)})`,
    stroke: ink,
    'stroke-width': 0.75,
  });

/** Which pattern is which part, side by side; one part needs no legend. */
const legendOf = (id: string, series: ReadonlyArray<BarSeries>): string =>
  series.length < 2
    ? ''
    : series
        .reduce<Readonly<{ x: number; drawn: ReadonlyArray<string> }>>(
          ({ x, drawn }, { name }, place) => ({
            x: x + 40 + name.length * 7.5,
            drawn: [
              ...drawn,
              box(id, place, { x, y: 0, width: 18, height: 14 }),
              words(name, { x: x + 24, y: 12, fill: ink }),
            ],
          }),
          { x: 0, drawn: [] },
        )
        .drawn.join('');

const sum = (values: ReadonlyArray<number>): number => values.reduce((a, b) => a + b, 0);

/** A number on its part, where there is room for it; a halo keeps the pattern away from it. */
const numberOn = ({ fill, ink: own }: BarSeries, value: number, x: number, y: number): string =>
  words(String(value), {
    ...{ x, y, 'text-anchor': 'middle', 'font-size': 11, 'font-weight': 700 },
    ...{ fill: own, stroke: fill, 'stroke-width': 3, 'paint-order': 'stroke' },
  });

/** Numbers over time as columns of parts, one upon the other, in colour, pattern and number. SVG. */
export const stackedBars = (bars: StackedBars): string => {
  const { id, series, columns, plotHeight = 220 } = bars;
  const top = series.length < 2 ? 8 : 34;
  const bottom = top + plotHeight;
  const most = Math.max(1, ...columns.map(({ values }) => sum(values)));
  const y = scaleLinear([0, most], [bottom, top]).nice(4);
  const x = scaleBand(
    columns.map((_, index) => index),
    [left, width],
  ).padding(0.25);
  const grid = y
    .ticks(4)
    .filter(Number.isInteger)
    .map(
      (value) =>
        element('line', { x1: left, x2: width, y1: y(value), y2: y(value), stroke: faint }) +
        words(String(value), { x: left - 8, y: y(value) + 4, 'text-anchor': 'end', fill: ink }),
    );
  const drawn = columns.map(({ label, values }, index) => {
    const start = x(index) ?? left;
    const middle = start + x.bandwidth() / 2;
    const parts = series.map((part, place) => {
      const value = values[place] ?? 0;
      if (value === 0) return '';
      const upper = y(sum(values.slice(0, place)) + value);
      const height = y(sum(values.slice(0, place))) - upper;
      const drawnBox = box(id, place, { x: start, y: upper, width: x.bandwidth(), height });
      return height < 14 || x.bandwidth() < 16
        ? drawnBox
        : drawnBox + numberOn(part, value, middle, upper + height / 2 + 4);
    });
    const below =
      label === ''
        ? ''
        : words(label, { x: middle, y: bottom + 18, 'text-anchor': 'middle', fill: ink });
    return parts.join('') + below;
  });
  return picture(
    bars,
    { width, height: bottom + 28 },
    element('defs', {}, ...series.map(pattern(id))),
    legendOf(id, series),
    ...grid,
    ...drawn,
    element('line', { x1: left, x2: width, y1: bottom, y2: bottom, stroke: ink }),
  );
};
