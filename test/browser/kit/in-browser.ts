import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { launchChromium } from '../../pages/stage.ts';
import { isChromiumHere } from './chromium-here.ts';
import { copySample, today } from './sample-data.ts';
import { desk, type Screen } from './screen.ts';
import { type ServedData, serveData } from './serve-data.ts';
import { signIn } from './sign-in.ts';
import { type Watched, watched } from './watched.ts';

/** Somebody at a browser. */
export type Person = Readonly<{
  page: Page;
  /** Goes to an address of the server: `/plans/harbour`. */
  go: (path: string) => Promise<void>;
}> &
  Pick<Watched, 'refused'>;

/** A browser, and a server with the sample's year. */
export type Stage = Readonly<{
  url: () => string;
  /** A journey of somebody who has not signed in. */
  stranger: (use: (person: Person) => Promise<void>, screen?: Screen) => Promise<void>;
  /** A journey of one of the sample's people: they sign in by the page, as anybody does. */
  as: (role: string, use: (person: Person) => Promise<void>, screen?: Screen) => Promise<void>;
}>;

type Held = { browser?: Browser; server?: ServedData };

const held = <A>(one: A | undefined): A => {
  if (one === undefined) throw new Error('neither browser nor server is there before the specs');
  return one;
};

const windowOf = (browser: Browser, { width, javaScript }: Screen): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });

const journeyOf = async (
  { browser, server }: Held,
  screen: Screen,
  use: (person: Person) => Promise<void>,
): Promise<void> => {
  const context = await windowOf(held(browser), screen);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const { complaints, refused } = watched(page);
  try {
    await use({
      page,
      refused,
      go: async (path) => {
        await page.goto(`${held(server).url}${path}`);
      },
    });
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
};

/**
 * Describes journeys in a real browser: one browser and one server a file, with the sample's year and its accounts.
 * Skipped where there is no Chromium. A journey fails for whatever its browser complains of.
 */
export const inBrowser = (title: string, define: (stage: Stage) => void): void => {
  const here: Held = {};
  describe.skipIf(!isChromiumHere)(title, () => {
    beforeAll(async () => {
      [here.browser, here.server] = await Promise.all([
        launchChromium(),
        copySample().then((data) => serveData(data, today)),
      ]);
    });
    afterAll(async () => {
      await here.browser?.close();
      await here.server?.stop();
    });
    define({
      url: () => held(here.server).url,
      stranger: (use, screen = desk) => journeyOf(here, screen, use),
      as: (role, use, screen = desk) =>
        journeyOf(here, screen, async (person) => {
          await signIn(person, role);
          await use(person);
        }),
    });
  });
};
