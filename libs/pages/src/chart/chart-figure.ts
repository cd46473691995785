import { escapeHtml } from '../words/escape-html.ts';

/**
 * A chart in its place in a page: it scrolls by itself where it is wider than the screen, by keyboard too.
 * @param svg what a chart function gave
 * @param caption one line below it, such as where its table is
 * @returns HTML
 */
export const chartFigure = (svg: string, name: string, caption?: string): string =>
  `<figure class="app-chart app-chart--scroll" tabindex="0" aria-label="${escapeHtml(name)}">${svg}` +
  (caption === undefined
    ? ''
    : `<figcaption class="app-chart__caption">${escapeHtml(caption)}</figcaption>`) +
  '</figure>';
