import { lineColour } from '@trackrecord/read-models';
import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  type SymbolType,
  symbolWye,
} from 'd3-shape';
import type { Shape } from './drawing.ts';

/** How one line of several looks: no two share a dash or a marker. */
export type LineLook = Readonly<{
  colour: string;
  dash: ReadonlyArray<number> | undefined;
  shape: SymbolType;
}>;

const first: Omit<LineLook, 'colour'> = { dash: undefined, shape: symbolCircle };

const looks: ReadonlyArray<Omit<LineLook, 'colour'>> = [
  first,
  { dash: [6, 3], shape: symbolSquare },
  { dash: [1.5, 3], shape: symbolTriangle },
  { dash: [9, 3], shape: symbolDiamond },
  { dash: [3, 1.5], shape: symbolStar },
  { dash: [12, 4.5], shape: symbolWye },
];

/** The look of the line at a place; after the last they begin again. */
export const lineLook = (index: number): LineLook => ({
  colour: lineColour(index),
  ...(looks[index % looks.length] ?? first),
});

/** A marker of a line: hollow where the value is provisional. */
export const marker = (
  { colour, shape }: LineLook,
  at: Readonly<{ x: number; y: number }>,
  hollow: boolean,
): Shape => ({
  _tag: 'Path',
  ...at,
  path: symbol(shape, 30).digits(2)() ?? '',
  scale: 1,
  fill: hollow ? '#ffffff' : colour,
  stroke: colour,
  thickness: hollow ? 1.4 : 0.7,
});
