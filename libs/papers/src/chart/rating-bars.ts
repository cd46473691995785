import { ratingColours } from '@trackrecord/read-models';
import { scaleLinear } from 'd3-scale';
import type { PaperRating, RatingBars } from '../paper/board-paper.ts';
import type { ChartRoom, Drawing, MeasureWords, Shape } from './drawing.ts';

const size = 9;
const thick = 24;
const label = 15;
const between = 8;
const ink = '#0b0c0c';
const edge = '#505a5f';

type Segment = Readonly<{ rating: PaperRating; count: number; from: number; to: number }>;

const segmentsOf = (
  ratings: RatingBars['ratings'],
  counts: ReadonlyArray<number>,
): ReadonlyArray<Segment> =>
  ratings
    .reduce<ReadonlyArray<Segment>>((sofar, rating, index) => {
      const from = sofar.at(-1)?.to ?? 0;
      const count = counts[index] ?? 0;
      return [...sofar, { rating, count, from, to: from + count }];
    }, [])
    .filter(({ count }) => count > 0);

/** As much of "Amber 12" as a segment holds: its word and number, its number, or nothing. */
const lettering = (measure: MeasureWords, { rating, count }: Segment, room: number): string =>
  [`${rating.word} ${count}`, String(count)].find(
    (text) => measure(text, size, true) <= room - 6,
  ) ?? '';

const drawSegment = (
  measure: MeasureWords,
  segment: Segment,
  { left, right, top }: Readonly<{ left: number; right: number; top: number }>,
): ReadonlyArray<Shape> => {
  const look = ratingColours[segment.rating.tone];
  const text = lettering(measure, segment, right - left);
  const letters: Shape = {
    _tag: 'Words',
    ...{ text, size, ink: look.ink, bold: true, anchor: 'middle' },
    x: (left + right) / 2,
    y: top + thick / 2 + size * 0.35,
  };
  return [
    {
      _tag: 'Box',
      ...{ x: left, y: top, width: right - left, height: thick },
      ...{ fill: look.fill, stroke: edge, thickness: 0.5 },
    },
    ...(text === '' ? [] : [letters]),
  ];
};

const legend = (
  { ratings }: RatingBars,
  { width, measure }: ChartRoom,
  top: number,
): Readonly<{ shapes: ReadonlyArray<Shape>; height: number }> => {
  let [x, line] = [0, 0];
  const shapes = ratings.flatMap(({ word, tone }): ReadonlyArray<Shape> => {
    const wide = 16 + measure(word, size, false) + 16;
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const [left, y] = [x, top + line * 15];
    x += wide;
    const { fill } = ratingColours[tone];
    return [
      {
        _tag: 'Box',
        x: left + 0.5,
        y: y + 1,
        width: 11,
        height: 9,
        fill,
        stroke: edge,
        thickness: 0.5,
      },
      { _tag: 'Words', text: word, x: left + 16, y: y + 9, size, ink },
    ];
  });
  return { shapes, height: ratings.length === 0 ? 0 : (line + 1) * 15 };
};

/**
 * Counts by rating as a bar for each time, drawn to one scale, so that more actions make a longer bar. Each part has its
 * colour, its word and its number as far as there is room; a legend says all colours.
 */
export const ratingBars = (chart: RatingBars, room: ChartRoom): Drawing => {
  const { bars, ratings, alt } = chart;
  const { width, measure } = room;
  const totals = bars.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const x = scaleLinear([0, Math.max(1, ...totals)], [0, width - 1]);
  const drawn = bars.flatMap((bar, index): ReadonlyArray<Shape> => {
    const top = index * (label + thick + between);
    const total = totals[index] ?? 0;
    const words = `${bar.label}: ${total} ${total === 1 ? 'action' : 'actions'}`;
    return [
      { _tag: 'Words', text: words, x: 0, y: top + 10, size, ink, bold: true },
      ...segmentsOf(ratings, bar.counts).flatMap((segment) =>
        drawSegment(measure, segment, {
          left: x(segment.from) + 0.5,
          right: x(segment.to) + 0.5,
          top: top + label,
        }),
      ),
    ];
  });
  const below = bars.length * (label + thick + between) + 2;
  const said = legend(chart, room, below);
  return { alt, width, height: below + said.height, shapes: [...drawn, ...said.shapes] };
};
