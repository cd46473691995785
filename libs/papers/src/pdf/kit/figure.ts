import type { Drawing } from '../../chart/drawing.ts';
import type { Block } from './block.ts';
import { drawDrawing } from './draw-drawing.ts';
import { childOf, marked } from './marking.ts';
import type { Sheet } from './sheet.ts';

/** A picture in vectors: a "Figure" with what it shows in words. It never stands on two pages. */
export const figure = (sheet: Sheet, drawing: Drawing, above = 8): Block => ({
  least: drawing.height,
  above,
  draw: (parent) => {
    const { area, cursor } = sheet;
    const [left, top] = [area.left, cursor.y];
    const element = childOf(sheet, parent, 'Figure', {
      alt: drawing.alt,
      bbox: [left, top, left + drawing.width, top + drawing.height],
    });
    marked(element, () => drawDrawing(sheet, drawing, { x: left, y: top }));
    element.end();
    cursor.y = top + drawing.height;
  },
});
