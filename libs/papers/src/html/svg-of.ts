import type { Drawing, Shape } from '../chart/drawing.ts';
import { escapeHtml } from './escape-html.ts';

const attributes = (all: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(all)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escapeHtml(String(value))}"`],
    )
    .join('');

const dashed = (dash: ReadonlyArray<number> | undefined): string | undefined => dash?.join(' ');

const element = (shape: Shape): string => {
  switch (shape._tag) {
    case 'Box': {
      const { x, y, width, height, fill = 'none', stroke, thickness } = shape;
      const paint = { fill, stroke, 'stroke-width': thickness };
      return `<rect${attributes({ x, y, width, height, ...paint })}/>`;
    }
    case 'Rule': {
      const { from, to, stroke, thickness, dash } = shape;
      const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
      const paint = { stroke, 'stroke-width': thickness, 'stroke-dasharray': dashed(dash) };
      return `<line${attributes({ ...line, ...paint })}/>`;
    }
    case 'Path': {
      const { path, x, y, scale, fill = 'none', stroke, thickness, dash } = shape;
      const transform = `translate(${x} ${y}) scale(${scale})`;
      const paint = { fill, stroke, 'stroke-width': thickness, 'stroke-dasharray': dashed(dash) };
      return `<path${attributes({ d: path, transform, ...paint })}/>`;
    }
    case 'Words': {
      const { text, x, y, size, ink, bold, anchor } = shape;
      const font = { 'font-size': size, 'font-weight': bold === true ? 'bold' : undefined };
      return `<text${attributes({ x, y, fill: ink, ...font, 'text-anchor': anchor })}>${escapeHtml(text)}</text>`;
    }
  }
};

/** A drawing as a picture in a page; whoever cannot see it hears its words. */
export const svgOf = ({ width, height, alt, shapes }: Drawing): string =>
  `<svg role="img"${attributes({ viewBox: `0 0 ${width} ${height}`, width, height, 'aria-label': alt })}>${shapes.map(element).join('')}</svg>`;
