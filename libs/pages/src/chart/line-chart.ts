import { axisDomain, shownLabels } from '@trackrecord/read-models';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { lineLegend, lineLook, marker } from './line-looks.ts';
import { element, faint, ink, type Picture, picture, rounded, words } from './svg.ts';

/** A value of a series; `null` where there is none: the line is broken there. */
export type LineValue = Readonly<{ value: number; provisional?: boolean | undefined }> | null;

export type LineSeries = Readonly<{
  name: string;
  /** One for each of the chart's periods. */
  values: ReadonlyArray<LineValue>;
}>;

export type LineChart = Picture &
  Readonly<{
    /** What the numbers are: "per cent of 16-year-olds". Above the axis. */
    unit: string;
    /** In the order of time, evenly spaced: "2007/08", "2008/09". */
    periods: ReadonlyArray<string>;
    /** Up to six; told apart by dash and marker. */
    series: ReadonlyArray<LineSeries>;
  }>;

const width = 720;
const plotHeight = 260;

const numbersOf = (series: ReadonlyArray<LineSeries>): ReadonlyArray<number> =>
  series.flatMap(({ values }) => values.flatMap((one) => (one === null ? [] : [one.value])));

type Place = Readonly<{ x: number; y: number; provisional: boolean }>;

const drawSeries = (places: ReadonlyArray<Place | null>, index: number): string => {
  const look = lineLook(index);
  const path = line<Place | null>()
    .defined((place) => place !== null)
    .x((place) => place?.x ?? 0)
    .y((place) => place?.y ?? 0)
    .digits(1)([...places]);
  return (
    element('path', {
      d: path ?? '',
      fill: 'none',
      stroke: look.colour,
      'stroke-width': 2.5,
      'stroke-dasharray': look.dash,
    }) +
    places
      .flatMap((place) => (place === null ? [] : [marker(look, place, place.provisional)]))
      .join('')
  );
};

/**
 * An indicator's series over time. Lines are told apart by dash and marker as well as by colour; a provisional value
 * has a hollow marker. SVG; the same as a table belongs beside it.
 */
export const lineChart = (chart: LineChart): string => {
  const { periods, series, unit } = chart;
  const legend = lineLegend(
    series.map(({ name }) => name),
    width,
    series.some(({ values }) => values.some((one) => one?.provisional === true)),
  );
  const top = legend.height + 30;
  const bottom = top + plotHeight;
  const y = scaleLinear(axisDomain(numbersOf(series)), [bottom, top]).nice(5);
  const ticks = y.ticks(5).map((value) => ({ value, text: value.toLocaleString('en-GB') }));
  const left = 16 + Math.max(1, ...ticks.map(({ text }) => text.length)) * 7.5;
  const x = scalePoint(
    periods.map((_, index) => index),
    [left, width - 12],
  ).padding(0.4);
  const grid = ticks.map(
    ({ value, text }) =>
      element('line', { x1: left, x2: width, y1: y(value), y2: y(value), stroke: faint }) +
      words(text, { x: left - 8, y: y(value) + 4, 'text-anchor': 'end', fill: ink }),
  );
  const widest = Math.max(1, ...periods.map((period) => period.length)) * 7.5 + 12;
  const labels = shownLabels(periods.length, widest, width - left).map((index) =>
    words(periods[index] ?? '', {
      x: x(index) ?? 0,
      y: bottom + 20,
      'text-anchor': 'middle',
      fill: ink,
    }),
  );
  const lines = series.map(({ values }, index) =>
    drawSeries(
      periods.map((_, at) => {
        const one = values[at] ?? null;
        return one === null
          ? null
          : {
              x: rounded(x(at) ?? 0),
              y: rounded(y(one.value)),
              provisional: one.provisional === true,
            };
      }),
      index,
    ),
  );
  return picture(
    chart,
    { width, height: bottom + 30 },
    legend.svg,
    words(unit, { x: 0, y: top - 12, fill: ink }),
    ...grid,
    element('line', { x1: left, x2: width, y1: bottom, y2: bottom, stroke: ink }),
    ...labels,
    ...lines,
  );
};
