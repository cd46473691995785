import { existsSync } from 'node:fs';
import { type Asset, type Assets, buildAssets, inlineScriptHash } from '@trackrecord/pages';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The policy that every page must live with: no inline script but one, no inline style at all. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' ${inlineScriptHash}`,
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

const origin = 'http://gallery.test';

const given = (pages: ReadonlyMap<string, string>, assets: Assets, path: string) => {
  const asset: Asset | undefined = assets.get(path);
  if (asset !== undefined)
    return { status: 200, contentType: asset.type, body: Buffer.from(asset.body) };
  const html = pages.get(path);
  return html === undefined
    ? { status: 404, contentType: 'text/plain', body: 'nothing here' }
    : {
        status: 200,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': contentSecurityPolicy },
        body: html,
      };
};

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where this machine's Chromium is; `undefined` where it has none: what needs one is skipped. */
export const lookupChromium = (): string | undefined =>
  [process.env['TRACKRECORD_TEST_CHROMIUM'] ?? '', ...usualPlaces].find((path) => existsSync(path));

/** @throws where there is no Chromium: ask `lookupChromium` first */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: lookupChromium() ?? 'chromium', args: ['--no-sandbox'] });

const once: { browser?: Promise<Browser> } = {};

/** The one Chromium of this process, in which every file of specs has windows of its own. It ends with the process. */
export const sharedChromium = (): Promise<Browser> => (once.browser ??= launchChromium());

/** A browser's window in which these pages are there, under the policy, with no server behind them. */
export const stagePages = async (
  browser: Browser,
  pages: ReadonlyMap<string, string>,
  options: Readonly<{ width: number; javaScriptEnabled?: boolean; deviceScaleFactor?: number }>,
): Promise<BrowserContext> => {
  const { width, ...others } = options;
  const assets = await buildAssets();
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...others });
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill(given(pages, assets, pathname));
  });
  return context;
};

/** Goes to a page, and gives what the browser had to complain of: refused by the policy, not found, an error. */
export const visit = async (page: Page, path: string): Promise<ReadonlyArray<string>> => {
  const complaints: Array<string> = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${origin}${path}`, { waitUntil: 'load' });
  return complaints;
};
