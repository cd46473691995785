import { type RatingTone, ratingLook, ratingLooks, ratingTone } from '../rating/rating-look.ts';
import { type Attributes, element, ink, words } from './svg.ts';

/** Strokes over the fill, in a tile of 8 by 8: without colour these tell the ratings apart. */
const strokes: Readonly<Record<RatingTone, string>> = {
  red: 'M0 0l8 8M8 0L0 8',
  'red-amber': 'M2 0v8M6 0v8',
  amber: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  'amber-green': 'M1 2h2M5 6h2',
  green: '',
  complete: 'M0 2h8M0 6h8',
  'not-started': 'M0 0l8 8',
  'not-rated': '',
  other: 'M0 4h4M4 0v4M4 8h4M8 4v4',
};

const patternId = (id: string, rating: string): string => `${id}-${ratingTone(rating)}`;

/** What fills a shape with a rating's colour and pattern, in the picture `id`. */
export const ratingFill = (id: string, rating: string): string => `url(#${patternId(id, rating)})`;

const pattern = (id: string, tone: RatingTone): string =>
  element(
    'pattern',
    { id: `${id}-${tone}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
    element('rect', { width: 8, height: 8, fill: ratingLooks[tone].fill }),
    ...(strokes[tone] === ''
      ? []
      : [
          element('path', {
            d: strokes[tone],
            stroke: ratingLooks[tone].ink,
            'stroke-width': tone === 'amber-green' ? 2 : 1,
            'stroke-opacity': 0.55,
            fill: 'none',
          }),
        ]),
  );

/** Definitions of the patterns of these ratings, each once. */
export const ratingPatterns = (id: string, ratings: ReadonlyArray<string>): string =>
  element('defs', {}, ...[...new Set(ratings.map(ratingTone))].map((tone) => pattern(id, tone)));

/** "Red", "Amber/Green", "Not started" as the letters that fit into a bar: R, A/G, NS. */
export const initials = (rating: string): string =>
  rating
    .split('/')
    .map((part) =>
      part
        .trim()
        .split(/\s+/u)
        .map((word) => word.slice(0, 1).toUpperCase())
        .join(''),
    )
    .join('/');

/** How letters on a bar look: a halo of the bar's own colour keeps the pattern away from them. */
export const letterLook = (rating: string): Attributes => {
  const look = ratingLook(rating);
  return {
    'font-size': 11,
    'font-weight': 700,
    fill: look.ink,
    stroke: look.fill,
    'stroke-width': 3,
    'paint-order': 'stroke',
  };
};

/** Letters on a bar. */
export const lettersOn = (
  rating: string,
  text: string,
  at: Readonly<{ x: number; y: number; anchor?: 'start' | 'middle' }>,
): string =>
  words(text, {
    x: at.x,
    y: at.y,
    'text-anchor': at.anchor === 'middle' ? 'middle' : undefined,
    ...letterLook(rating),
  });

const entryWidth = (text: string): number => 34 + text.length * 7.5;

/** Which pattern is which rating: entries side by side, in as many lines as `width` asks for. */
export const ratingLegend = (
  id: string,
  ratings: ReadonlyArray<string>,
  place: Readonly<{ x: number; y: number; width: number }>,
): Readonly<{ svg: string; height: number }> => {
  const laid = ratings.reduce<
    Readonly<{ x: number; line: number; entries: ReadonlyArray<string> }>
  >(
    ({ x, line, entries }, rating) => {
      const text = `${rating} (${initials(rating)})`;
      const wraps = x > 0 && x + entryWidth(text) > place.width;
      const left = place.x + (wraps ? 0 : x);
      const on = wraps ? line + 1 : line;
      const top = place.y + on * 22;
      const box = element('rect', {
        x: left,
        y: top,
        width: 18,
        height: 14,
        fill: ratingFill(id, rating),
        stroke: ink,
        'stroke-width': 0.75,
      });
      return {
        x: (wraps ? 0 : x) + entryWidth(text),
        line: on,
        entries: [...entries, box, words(text, { x: left + 24, y: top + 12, fill: ink })],
      };
    },
    { x: 0, line: 0, entries: [] },
  );
  return { svg: laid.entries.join(''), height: ratings.length === 0 ? 0 : (laid.line + 1) * 22 };
};
