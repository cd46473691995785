import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { sharedChromium } from '../../pages/stage.ts';
import { isChromiumHere } from './chromium-here.ts';
import { copySample, today } from './sample-data.ts';
import { desk, type Screen } from './screen.ts';
import { type ServedData, serveData } from './serve-data.ts';
import { enter } from './sign-in.ts';
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
  Readonly<{ context: BrowserContext; close: () => Promise<void> }>;

/** A browser, and a server with the sample's year. */
export type Stage = Readonly<{
  url: () => string;
  /** The server's data directory. */
  data: () => string;
  /** One of the sample's people, who is signed in. */
  open: (role: string) => Promise<Staying>;
  /** A journey of somebody who has not signed in. */
  stranger: (use: (person: Person) => Promise<void>, screen?: Screen) => Promise<void>;
  /**
   * A journey of one of the sample's people, in a tab of the window in which they are signed in already: how they sign
   * in is a journey of the administrator's, and of whoever has no mouse.
   */
  as: (role: string, use: (person: Person) => Promise<void>, screen?: Screen) => Promise<void>;
}>;

type Held = { server?: ServedData; data: string; windows: Map<string, Promise<BrowserContext>> };

const urlOf = ({ server }: Held): string => {
  if (server === undefined) throw new Error('there is no server before the specs');
  return server.url;
};

const newWindow = async ({ width, javaScript }: Screen): Promise<BrowserContext> => {
  const browser = await sharedChromium();
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  context.setDefaultTimeout(15_000);
  return context;
};

/** The window of somebody of the sample on such a screen, which stays open until all specs of the file are done. */
const windowOf = (here: Held, role: string, screen: Screen): Promise<BrowserContext> => {
  const key = `${role} ${screen.name}`;
  const opened =
    here.windows.get(key) ??
    newWindow(screen).then(async (context) => {
      await enter(context, urlOf(here), role);
      return context;
    });
  here.windows.set(key, opened);
  return opened;
};

type Preparation = Readonly<{ prepare?: (data: string) => Promise<void>; now?: string }>;

type InTab = Person & Pick<Watched, 'complaints'>;

const tabOf = async (here: Held, context: BrowserContext): Promise<InTab> => {
  const page = await context.newPage();
  return {
    ...watched(page),
    page,
    go: async (path) => {
      await page.goto(`${urlOf(here)}${path}`);
    },
  };
};

const journeyOf = async (person: InTab, use: (person: Person) => Promise<void>): Promise<void> => {
  try {
    await use(person);
    expect(person.complaints).toEqual([]);
  } finally {
    await person.page.close();
  }
};

/**
 * Describes journeys in a real browser: one server a file, with the sample's year and its accounts. Skipped where there
 * is no Chromium. A journey fails for whatever its browser complains of.
 * @param prepare what is done to the data before the server starts, and the instant at which its clock stands then
 */
export const inBrowser = (
  title: string,
  define: (stage: Stage) => void,
  { prepare, now = today }: Preparation = {},
): void => {
  const here: Held = { data: '', windows: new Map() };
  describe.skipIf(!isChromiumHere)(title, { timeout: 120_000 }, () => {
    beforeAll(async () => {
      here.data = await copySample();
      await prepare?.(here.data);
      here.server = await serveData(here.data, now);
    }, 120_000);
    afterAll(async () => {
      for (const opening of here.windows.values()) await (await opening).close();
      await here.server?.stop();
    });
    define({
      url: () => urlOf(here),
      data: () => here.data,
      open: async (role) => {
        const context = await newWindow(desk);
        await enter(context, urlOf(here), role);
        return { ...(await tabOf(here, context)), context, close: () => context.close() };
      },
      stranger: async (use, screen = desk) => {
        const context = await newWindow(screen);
        try {
          await journeyOf(await tabOf(here, context), use);
        } finally {
          await context.close();
        }
      },
      as: async (role, use, screen = desk) =>
        journeyOf(await tabOf(here, await windowOf(here, role, screen)), use),
    });
  });
};
