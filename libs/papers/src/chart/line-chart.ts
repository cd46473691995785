import { axisDomain, shownLabels } from '@trackrecord/read-models';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Lines } from '../paper/board-paper.ts';
import type { ChartRoom, Drawing, Shape } from './drawing.ts';
import { lineLegend } from './line-legend.ts';
import { lineLook, marker } from './line-looks.ts';

const plotHeight = 130;
const size = 9;
const ink = '#0b0c0c';
const faint = '#cfd3d6';

const numbersOf = ({ lines }: Lines): ReadonlyArray<number> =>
  lines.flatMap(({ values }) => values.flatMap((one) => (one === null ? [] : [one.value])));

const rounded = (value: number): number => Math.round(value * 100) / 100;

type Place = Readonly<{ x: number; y: number; provisional: boolean }>;

const drawSeries = (places: ReadonlyArray<Place | null>, index: number): ReadonlyArray<Shape> => {
  const look = lineLook(index);
  const path = line<Place | null>()
    .defined((place) => place !== null)
    .x((place) => place?.x ?? 0)
    .y((place) => place?.y ?? 0)
    .digits(2)([...places]);
  const stroke: Shape = {
    _tag: 'Path',
    ...{ path: path ?? '', x: 0, y: 0, scale: 1, stroke: look.colour, thickness: 1.6 },
    ...(look.dash === undefined ? {} : { dash: look.dash }),
  };
  return [
    ...(path === null ? [] : [stroke]),
    ...places.flatMap((place) =>
      place === null ? [] : [marker(look, { x: place.x, y: place.y }, place.provisional)],
    ),
  ];
};

/** Where values and periods stand, from the drawing's upper left corner. */
const scalesOf = (chart: Lines, { width, measure }: ChartRoom, top: number) => {
  const { periods } = chart;
  const bottom = top + plotHeight;
  const y = scaleLinear(axisDomain(numbersOf(chart)), [bottom, top]).nice(5);
  const ticks = y.ticks(5).map((value) => ({ value, text: value.toLocaleString('en-GB') }));
  const left = 8 + Math.max(...ticks.map(({ text }) => measure(text, size, false)));
  const x = scalePoint(
    periods.map((_, index) => index),
    [left, width - 8],
  ).padding(0.4);
  return { x: (index: number) => x(index) ?? left, y, ticks, left, bottom };
};

/**
 * An indicator's series over time. Lines are told apart by dash and marker as well as by colour; a provisional value
 * has a hollow marker. The same as a table belongs beside it.
 */
export const lineChart = (chart: Lines, room: ChartRoom): Drawing => {
  const { periods, unit, alt } = chart;
  const { width, measure } = room;
  const provisional = chart.lines.some(({ values }) =>
    values.some((one) => one?.isProvisional === true),
  );
  const names = chart.lines.map(({ name }) => name);
  const legend = lineLegend(names, { width, measure, provisional });
  const top = legend.height + 22;
  const { x, y, ticks, left, bottom } = scalesOf(chart, room, top);
  const level = (at: number, stroke: string): Shape => ({
    _tag: 'Rule',
    from: { x: left, y: at },
    to: { x: width, y: at },
    ...{ stroke, thickness: 0.6 },
  });
  const grid = ticks.flatMap(({ value, text }): ReadonlyArray<Shape> => [
    level(rounded(y(value)), faint),
    { _tag: 'Words', text, x: left - 5, y: rounded(y(value)) + 3, size, ink, anchor: 'end' },
  ]);
  const widest = Math.max(1, ...periods.map((period) => measure(period, size, false))) + 8;
  const labels = shownLabels(periods.length, widest, width - left).map((index): Shape => {
    const text = periods[index] ?? '';
    const half = measure(text, size, false) / 2;
    return {
      _tag: 'Words',
      // The last one does not stand out over the edge.
      ...{ text, x: Math.min(rounded(x(index)), width - half), y: bottom + 13 },
      ...{ size, ink, anchor: 'middle' },
    };
  });
  const lines = chart.lines.flatMap(({ values }, index) =>
    drawSeries(
      periods.map((_, at) => {
        const one = values[at] ?? null;
        return one === null
          ? null
          : {
              x: rounded(x(at)),
              y: rounded(y(one.value)),
              provisional: one.isProvisional,
            };
      }),
      index,
    ),
  );
  return {
    alt,
    width,
    height: bottom + 18,
    shapes: [
      ...legend.shapes,
      { _tag: 'Words', text: unit, x: 0, y: top - 9, size, ink },
      ...grid,
      level(bottom, ink),
      ...labels,
      ...lines,
    ],
  };
};
