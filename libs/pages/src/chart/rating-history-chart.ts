import { daysBetween, type LocalDate } from '@trackrecord/kernel';
import { scaleLinear } from 'd3-scale';
import { escapeHtml } from '../words/escape-html.ts';
import { ukDate } from '../words/uk-date.ts';
import {
  initials,
  letterLook,
  ratingFill,
  ratingLegend,
  ratingPatterns,
} from './rating-patterns.ts';
import { element, faint, ink, type Picture, picture, rounded, words } from './svg.ts';
import { timeTicks } from './time-ticks.ts';

/** How long a rating held: from its first day up to and without `until`. */
export type RatingStretch = Readonly<{ rating: string; from: LocalDate; until: LocalDate }>;

/** One action's ratings, in the order of time; time without a stretch is left white. */
export type RatingHistoryRow = Readonly<{
  /** Short: the action's ref. */
  label: string;
  /** Where the label leads, and the words that say where; a label leads nowhere without. */
  link?: Readonly<{ href: string; words: string }> | undefined;
  stretches: ReadonlyArray<RatingStretch>;
}>;

export type RatingHistory = Picture &
  Readonly<{
    from: LocalDate;
    until: LocalDate;
    /** The legend's order: from the worst to the best. */
    ratings: ReadonlyArray<string>;
    rows: ReadonlyArray<RatingHistoryRow>;
    /** Room for labels of so many characters: pictures below each other then have one axis of time. */
    labelLength?: number | undefined;
  }>;

const width = 960;
const rowHeight = 18;
const barHeight = 14;
const letterRoom = 7;

type Scale = (date: LocalDate) => number;

/** A stretch with its row: what is drawn of it. */
type Drawn = RatingStretch & Readonly<{ label: string; top: number }>;

const box =
  (x: Scale) =>
  ({ rating, from, until, label, top }: Drawn): string =>
    element(
      'rect',
      { x: x(from), y: top, width: rounded(x(until) - x(from)), height: barHeight },
      element('title', {}, escapeHtml(`${label}: ${rating} from ${ukDate(from)}`)),
    );

const letters =
  (x: Scale) =>
  ({ rating, from, until, top }: Drawn): string => {
    const text = initials(rating);
    return x(until) - x(from) >= text.length * letterRoom + 8
      ? words(text, { x: x(from) + 4, y: top + 11 })
      : '';
  };

/** All bars of one rating: what they have in common is said once, as there may be thousands of them. */
const barsOf =
  (id: string, x: Scale) =>
  ([rating, drawn]: readonly [string, ReadonlyArray<Drawn>]): string => {
    const shown = drawn.map(letters(x)).join('');
    return (
      element(
        'g',
        { fill: ratingFill(id, rating), stroke: ink, 'stroke-width': 0.5 },
        ...drawn.map(box(x)),
      ) + (shown === '' ? '' : element('g', letterLook(rating), shown))
    );
  };

const within =
  ({ from, until }: RatingHistory) =>
  ({ stretches }: RatingHistoryRow) =>
    stretches
      .map((one) => ({
        ...one,
        from: one.from < from ? from : one.from,
        until: one.until > until ? until : one.until,
      }))
      .filter((one) => one.from < one.until);

const axis = (history: RatingHistory, x: Scale, top: number, bottom: number): string =>
  timeTicks(history.from, history.until, 9)
    .map(({ date, label }) => {
      const at = x(date);
      const anchor = at > width - 40 ? 'end' : 'middle';
      return (
        element('line', { x1: at, x2: at, y1: top - 4, y2: bottom + 4, stroke: faint }) +
        words(label, { x: at, y: top - 8, 'text-anchor': anchor, fill: ink }) +
        words(label, { x: at, y: bottom + 17, 'text-anchor': anchor, fill: ink })
      );
    })
    .join('');

/** A row's label, which may lead somewhere. */
const rowLabel = ({ label, link }: RatingHistoryRow, x: number, y: number): string => {
  const text = words(label, { x, y });
  return link === undefined
    ? text
    : element('a', { href: link.href }, element('title', {}, escapeHtml(link.words)), text);
};

/** What is for the eye alone: where there are links in the picture, readers of screens hear these only. */
const drawing = (isLinked: boolean, ...children: ReadonlyArray<string>): string =>
  isLinked ? element('g', { 'aria-hidden': 'true' }, ...children) : children.join('');

/**
 * The ratings of up to a few hundred actions by time: a row an action, a bar for as long as a rating held, in its
 * colour, its pattern and its letters. SVG; the same as a table belongs beside it.
 */
export const ratingHistoryChart = (history: RatingHistory): string => {
  const { id, rows, ratings, labelLength = 0 } = history;
  const isLinked = rows.some(({ link }) => link !== undefined);
  const legend = ratingLegend(id, ratings, { x: 0, y: 0, width });
  const labels = 16 + Math.max(2, labelLength, ...rows.map(({ label }) => label.length)) * 7.5;
  const scale = scaleLinear(
    [0, Math.max(1, daysBetween(history.from, history.until))],
    [labels, width - 1],
  );
  const x: Scale = (date) => rounded(scale(daysBetween(history.from, date)));
  const top = legend.height + 26;
  const bottom = top + rows.length * rowHeight;
  const topOf = (index: number): number => top + index * rowHeight + 2;
  const drawn = rows.flatMap((row, index) =>
    within(history)(row).map((one) => ({ ...one, label: row.label, top: topOf(index) })),
  );
  const byRating = Map.groupBy(drawn, ({ rating }) => rating);
  return picture(
    { ...history, role: isLinked ? 'group' : 'img' },
    { width, height: bottom + 24 },
    ratingPatterns(id, [
      ...ratings,
      ...rows.flatMap(({ stretches }) => stretches.map((s) => s.rating)),
    ]),
    drawing(
      isLinked,
      legend.svg,
      axis(history, x, top, bottom),
      ...[...byRating].map(barsOf(id, x)),
    ),
    element(
      'g',
      { 'text-anchor': 'end', fill: ink },
      ...rows.map((row, index) => rowLabel(row, labels - 8, topOf(index) + 11)),
    ),
  );
};
