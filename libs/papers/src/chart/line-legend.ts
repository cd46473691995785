import type { MeasureWords, Shape } from './drawing.ts';
import { lineLook, marker } from './line-looks.ts';

const size = 9;
const row = 15;
const ink = '#0b0c0c';

/** The beginning of a name that fits, with an ellipsis where it is not all of it. */
const fitting = (measure: MeasureWords, name: string, room: number): string => {
  if (measure(name, size, false) <= room) return name;
  const letters = Array.from(name);
  while (letters.length > 1 && measure(`${letters.join('')}…`, size, false) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
};

const entry = (index: number, name: string, x: number, y: number): ReadonlyArray<Shape> => {
  const { colour, dash } = lineLook(index);
  return [
    {
      _tag: 'Rule',
      from: { x, y: y + 6 },
      to: { x: x + 26, y: y + 6 },
      stroke: colour,
      thickness: 1.6,
      ...(dash === undefined ? {} : { dash }),
    },
    marker(lineLook(index), { x: x + 13, y: y + 6 }, false),
    { _tag: 'Words', text: name, x: x + 31, y: y + 9, size, ink },
  ];
};

/** Which line is which, side by side in as many rows as it takes; and what hollow means where something is. */
export const lineLegend = (
  names: ReadonlyArray<string>,
  {
    width,
    measure,
    provisional,
  }: Readonly<{ width: number; measure: MeasureWords; provisional: boolean }>,
): Readonly<{ shapes: ReadonlyArray<Shape>; height: number }> => {
  let [x, line] = [0, 0];
  const shapes = names.flatMap((full, index) => {
    const name = fitting(measure, full, width - 36);
    const wide = 31 + measure(name, size, false) + 18;
    if (x > 0 && x + wide - 18 > width) [x, line] = [0, line + 1];
    const drawn = entry(index, name, x, line * row);
    x += wide;
    return drawn;
  });
  const rows = names.length === 0 ? 0 : line + 1;
  const note: ReadonlyArray<Shape> = provisional
    ? [{ _tag: 'Words', text: 'Hollow: provisional', x: 0, y: rows * row + 9, size, ink }]
    : [];
  return { shapes: [...shapes, ...note], height: (rows + note.length) * row };
};
