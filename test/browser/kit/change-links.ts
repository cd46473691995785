import { routes } from '@trackrecord/server';
import type { Page } from 'playwright-core';

const changing = new Set(['update', 'manage', 'administer']);

/** The addresses of pages on which something is changed, by the server's own table of routes. */
const patterns = routes
  .filter(
    ({ method, audience, may }) => method === 'GET' && audience === 'people' && changing.has(may),
  )
  .map(({ path }) => new RegExp(`^${path.replace(/:\w+/gu, '[^/]+')}$`, 'u'));

/** What a page offers to somebody who would change something: paths of forms, and forms that are sent. */
export const changeOffers = async (page: Page): Promise<ReadonlyArray<string>> => {
  const paths = await page.evaluate<ReadonlyArray<string>>(
    `[...document.querySelectorAll('main a[href]')].map(({ pathname }) => pathname)`,
  );
  const forms = await page.evaluate<ReadonlyArray<string>>(
    `[...document.querySelectorAll('main form[method="post" i]')].map(({ action }) => action)`,
  );
  return [...paths.filter((path) => patterns.some((one) => one.test(path))), ...forms];
};
