import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** How far the page in the window reaches beyond it sideways, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );

/** What axe finds on the page in the window: each rule with the HTML that breaks it. */
export const axeFindings = async (page: Page): Promise<ReadonlyArray<string>> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
