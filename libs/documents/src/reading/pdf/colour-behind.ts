import type { Colour } from '../../document/colour.ts';
import type { Area } from './painted-on-page.ts';

type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

const sizeOf = ({ left, top, right, bottom }: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

const shared = (a: Box, b: Box): number =>
  sizeOf({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });

const white = '#FFFFFF';

/** A disc or a bar in a cell, at least, in points across. */
const smallest = 5;

/**
 * The colour of a cell: of the last area that is painted over most of it; else of something coloured that is drawn in
 * it, such as a disc.
 */
export const colourBehind = (cell: Box, areas: ReadonlyArray<Area>): Colour | undefined => {
  const size = sizeOf(cell);
  if (size === 0) return undefined;
  const over = areas.findLast((area) => shared(area, cell) >= 0.6 * size);
  if (over?.hex !== undefined && over.hex !== white) return { hex: over.hex, by: 'cell' };
  const inside = areas.findLast(
    (area) =>
      area.hex !== undefined &&
      area.hex !== white &&
      area.right - area.left >= smallest &&
      area.bottom - area.top >= smallest &&
      shared(area, cell) >= 0.9 * sizeOf(area),
  );
  return inside?.hex === undefined ? undefined : { hex: inside.hex, by: 'highlight' };
};
