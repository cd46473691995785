import { dateBarView } from './date-bar-view.ts';
import type { Frame } from './frame.ts';
import { renderTemplate } from './render-template.ts';

/**
 * A whole page: the frame around content that a page rendered before.
 * @param content HTML, made by `renderTemplate`
 */
export const renderPage = (frame: Frame, content: string): string =>
  renderTemplate('frame/frame.njk', {
    ...frame,
    dates: frame.dateBar === null ? null : dateBarView(frame.dateBar),
    pageContent: content,
  });
