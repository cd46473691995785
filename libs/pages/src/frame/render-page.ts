import { dateBarView } from './date-bar-view.ts';
import type { Frame, Link } from './frame.ts';
import { renderTemplate } from './render-template.ts';

const standardFooter: ReadonlyArray<Link> = [{ text: 'The API', href: '/api' }];

/**
 * A whole page: the frame around content that a page rendered before.
 * @param content HTML, made by `renderTemplate`
 */
export const renderPage = (frame: Frame, content: string): string =>
  renderTemplate('frame/frame.njk', {
    ...frame,
    footer: frame.plain === true ? [] : (frame.footer ?? standardFooter),
    errors: [...(frame.dateBar?.refused?.errors ?? []), ...frame.errors],
    dates: frame.dateBar === null ? null : dateBarView(frame.dateBar),
    pageContent: content,
  });
