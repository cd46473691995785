import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** How far the page in the window reaches beyond it sideways, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );

/** Has axe there on every page that is opened in a window from now on: bringing it to each takes longer than its look. */
export const bringAxe = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript({ content: axe.source });

/**
 * What axe finds on the page in a window that it was brought to: each rule with the HTML that breaks it. A page of ours
 * has no frames for it to look into.
 */
export const axeFindings = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate<ReadonlyArray<string>>(`axe
    .run(document, { resultTypes: ['violations'] })
    .then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
