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

/** Somebody who stays at their browser over several specs, until they close it. */
export type Staying = Person &
  Pick<Watched, 'complaints'> &
  Readonly<{ close: () => Promise<void> }>;

/** A browser, and a server with the sample's year. */
export type Stage = Readonly<{
  url: () => string;
  /** Somebody of the sample who has signed in, or nobody in particular. */
  open: (role?: string) => Promise<Staying>;
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

const personAt = async ({ browser, server }: Held, screen: Screen): Promise<Staying> => {
  const context = await windowOf(held(browser), screen);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return {
    ...watched(page),
    page,
    go: async (path) => {
      await page.goto(`${held(server).url}${path}`);
    },
    close: () => context.close(),
  };
};

const journeyOf = async (
  here: Held,
  screen: Screen,
  use: (person: Person) => Promise<void>,
): Promise<void> => {
  const person = await personAt(here, screen);
  try {
    await use(person);
    expect(person.complaints).toEqual([]);
  } finally {
    await person.close();
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
      open: async (role) => {
        const person = await personAt(here, desk);
        if (role !== undefined) await signIn(person, role);
        return person;
      },
      stranger: (use, screen = desk) => journeyOf(here, screen, use),
      as: (role, use, screen = desk) =>
        journeyOf(here, screen, async (person) => {
          await signIn(person, role);
          await use(person);
        }),
    });
  });
};
