import { lineColour } from '@trackrecord/read-models';
import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import type { SymbolType } from 'd3-shape';
import { element, ink, words } from './svg.ts';

/** How one line of several looks: no two share a dash or a marker. */
export type LineLook = Readonly<{ colour: string; dash: string | undefined; shape: SymbolType }>;

const first: Omit<LineLook, 'colour'> = { dash: undefined, shape: symbolCircle };

const looks: ReadonlyArray<Omit<LineLook, 'colour'>> = [
  first,
  { dash: '8 4', shape: symbolSquare },
  { dash: '2 4', shape: symbolTriangle },
  { dash: '12 4 2 4', shape: symbolDiamond },
  { dash: '4 2', shape: symbolStar },
  { dash: '16 6', shape: symbolWye },
];

/** The look of the line at a place; after six they begin again. */
export const lineLook = (index: number): LineLook => ({
  colour: lineColour(index),
  ...(looks[index % looks.length] ?? first),
});

/** A marker of a line: hollow where the value is provisional. */
export const marker = (
  { colour, shape }: LineLook,
  at: Readonly<{ x: number; y: number }>,
  hollow: boolean,
): string =>
  element('path', {
    transform: `translate(${at.x} ${at.y})`,
    d: symbol(shape, 64).digits(2)() ?? '',
    fill: hollow ? '#ffffff' : colour,
    stroke: colour,
    'stroke-width': hollow ? 2 : 1,
  });

const entry = (index: number, name: string, x: number, y: number): string => {
  const look = lineLook(index);
  return (
    element('line', {
      x1: x,
      x2: x + 36,
      y1: y + 8,
      y2: y + 8,
      stroke: look.colour,
      'stroke-width': 2.5,
      'stroke-dasharray': look.dash,
    }) +
    marker(look, { x: x + 18, y: y + 8 }, false) +
    words(name, { x: x + 44, y: y + 12, fill: ink })
  );
};

const widthOf = (name: string): number => 60 + name.length * 7;

/** Which line is which, side by side in as many rows as it takes; and what hollow means where something is. */
export const lineLegend = (
  names: ReadonlyArray<string>,
  width: number,
  someProvisional: boolean,
): Readonly<{ svg: string; height: number }> => {
  const laid = names.reduce<Readonly<{ x: number; row: number; drawn: ReadonlyArray<string> }>>(
    ({ x, row, drawn }, name, index) => {
      const wraps = x > 0 && x + widthOf(name) > width;
      const left = wraps ? 0 : x;
      const on = wraps ? row + 1 : row;
      return {
        x: left + widthOf(name),
        row: on,
        drawn: [...drawn, entry(index, name, left, on * 24)],
      };
    },
    { x: 0, row: 0, drawn: [] },
  );
  const rows = names.length === 0 ? 0 : laid.row + 1;
  const note = someProvisional
    ? words('Hollow: provisional', { x: 0, y: rows * 24 + 12, fill: ink })
    : '';
  return { svg: laid.drawn.join('') + note, height: (rows + (someProvisional ? 1 : 0)) * 24 };
};
