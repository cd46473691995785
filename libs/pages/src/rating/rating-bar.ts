import { element, ink } from '../chart/svg.ts';
import { ratingLook } from './rating-look.ts';
import { worstFirst } from './rating-rank.ts';

type Counts = Readonly<Record<string, number>>;

const width = 200;
const height = 10;

/** Nothing that there is shrinks to nothing: one action among hundreds can be seen. */
const least = 2;

const segments = (counts: Counts) => {
  const there = worstFirst(Object.keys(counts)).filter((rating) => (counts[rating] ?? 0) > 0);
  const total = there.reduce((sum, rating) => sum + (counts[rating] ?? 0), 0);
  const lengths = there.map((rating) => Math.max(least, ((counts[rating] ?? 0) / total) * width));
  const scale = width / lengths.reduce((sum, length) => sum + length, 0);
  return there.map((rating, place) => ({
    fill: ratingLook(rating).fill,
    x: lengths.slice(0, place).reduce((sum, length) => sum + length, 0) * scale,
    length: (lengths[place] ?? 0) * scale,
  }));
};

/**
 * How many actions have which rating, as a bar from worst to best. It tells screen readers nothing: the counts stand
 * beside it in words. HTML; "" where there is nothing to count.
 */
export const ratingBar = (counts: Counts): string => {
  const parts = segments(counts);
  if (parts.length === 0) return '';
  const drawn = parts.map(({ fill, x, length }) =>
    element('rect', {
      x,
      width: length,
      height,
      fill,
      stroke: ink,
      'vector-effect': 'non-scaling-stroke',
    }),
  );
  return element(
    'svg',
    {
      class: 'app-rating-bar',
      'aria-hidden': 'true',
      focusable: 'false',
      viewBox: `0 0 ${width} ${height}`,
      preserveAspectRatio: 'none',
    },
    ...drawn,
  );
};
