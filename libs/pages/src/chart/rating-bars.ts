import { scaleBand, scaleLinear } from 'd3-scale';
import { lettersOn, ratingFill, ratingLegend, ratingPatterns } from './rating-patterns.ts';
import { element, faint, ink, type Picture, picture, words } from './svg.ts';

/** How many actions had each rating at one time. */
export type RatingColumn = Readonly<{
  label: string;
  counts: Readonly<Record<string, number>>;
}>;

export type RatingBars = Picture &
  Readonly<{
    /** From the bottom of each column up, and the legend's order. */
    ratings: ReadonlyArray<string>;
    columns: ReadonlyArray<RatingColumn>;
  }>;

const width = 720;
const plotHeight = 260;
const left = 40;

/** A plan's scale may have any word in it, also one that every object has. */
const countOf = (counts: RatingColumn['counts'], rating: string): number =>
  Object.hasOwn(counts, rating) ? (counts[rating] ?? 0) : 0;

const totalOf = (ratings: ReadonlyArray<string>, { counts }: RatingColumn): number =>
  ratings.reduce((sum, rating) => sum + countOf(counts, rating), 0);

type Segment = Readonly<{ rating: string; count: number; below: number }>;

const segmentsOf = (
  ratings: ReadonlyArray<string>,
  { counts }: RatingColumn,
): ReadonlyArray<Segment> =>
  ratings.reduce<ReadonlyArray<Segment>>((sofar, rating) => {
    const last = sofar.at(-1);
    const below = last === undefined ? 0 : last.below + last.count;
    return [...sofar, { rating, count: countOf(counts, rating), below }];
  }, []);

/** Counts by rating as columns over time, stacked, in colour, pattern and number. SVG. */
export const ratingBars = (bars: RatingBars): string => {
  const { id, ratings, columns } = bars;
  const legend = ratingLegend(id, ratings, { x: 0, y: 0, width });
  const top = legend.height + 12;
  const bottom = top + plotHeight;
  const most = Math.max(1, ...columns.map((column) => totalOf(ratings, column)));
  const y = scaleLinear([0, most], [bottom, top]).nice(5);
  const x = scaleBand(
    columns.map((_, index) => index),
    [left, width],
  ).padding(0.25);
  const grid = y
    .ticks(5)
    .filter(Number.isInteger)
    .map(
      (value) =>
        element('line', { x1: left, x2: width, y1: y(value), y2: y(value), stroke: faint }) +
        words(String(value), { x: left - 8, y: y(value) + 4, 'text-anchor': 'end', fill: ink }),
    );
  const drawn = columns.map((column, index) => {
    const start = x(index) ?? left;
    const middle = start + x.bandwidth() / 2;
    const segments = segmentsOf(ratings, column).filter(({ count }) => count > 0);
    return (
      segments
        .map(({ rating, count, below }) => {
          const upper = y(below + count);
          const high = y(below) - upper;
          const box = element('rect', {
            x: start,
            y: upper,
            width: x.bandwidth(),
            height: high,
            fill: ratingFill(id, rating),
            stroke: ink,
            'stroke-width': 0.75,
          });
          const at = { x: middle, y: upper + high / 2 + 4, anchor: 'middle' } as const;
          return high < 14 ? box : box + lettersOn(rating, String(count), at);
        })
        .join('') +
      words(column.label, { x: middle, y: bottom + 18, 'text-anchor': 'middle', fill: ink })
    );
  });
  const floor = element('line', { x1: left, x2: width, y1: bottom, y2: bottom, stroke: ink });
  return picture(
    bars,
    { width, height: bottom + 28 },
    ratingPatterns(id, ratings),
    legend.svg,
    ...grid,
    ...drawn,
    floor,
  );
};
