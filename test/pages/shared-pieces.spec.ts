import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { axeFindings, bringAxe, overflowOf } from './faults-of.ts';
import { sampleBars, sampleLines, sampleRatingHistory } from './sample-charts.ts';
import { sharedPieces } from './shared-pieces.ts';
import { lookupChromium, sharedChromium, stagePages, visit } from './stage.ts';

const pages = await sharedPieces();

/** 1280 as on a desk, 640 as there at 200 % zoom, 360 as on a phone. `gallery.ts` looks at every page at each. */
const looked = [
  { path: '/plan-elsewhere', width: 360 },
  { path: '/plan-of-none', width: 640 },
  { path: '/form-refused', width: 1280 },
  { path: '/components', width: 640 },
  { path: '/charts', width: 360 },
  { path: '/paper', width: 1280 },
  { path: '/sign-in', width: 360 },
];

const here = lookupChromium() !== undefined;
if (!here)
  console.warn('Skipped: no Chromium here; TRACKRECORD_TEST_CHROMIUM may say where it is.');

const contexts = new Map<string, BrowserContext>();

const contextOf = async (key: string, options: Parameters<typeof stagePages>[2]) => {
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const context = await stagePages(await sharedChromium(), pages, options);
  await bringAxe(context);
  contexts.set(key, context);
  return context;
};

const withPage = async <A>(
  options: Parameters<typeof stagePages>[2],
  use: (page: Page) => Promise<A>,
): Promise<A> => {
  const page = await (await contextOf(JSON.stringify(options), options)).newPage();
  try {
    return await use(page);
  } finally {
    await page.close();
  }
};

describe.skipIf(!here)('the shared pieces in a browser', () => {
  afterAll(async () => {
    for (const context of contexts.values()) await context.close();
  });

  it.each(looked)(
    'given $path at $width, then the policy refuses nothing, nothing is missing, nothing scrolls sideways, and axe finds nothing',
    async ({ path, width }) => {
      await withPage({ width }, async (page) => {
        expect(await visit(page, path)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
        expect(await axeFindings(page)).toEqual([]);
      });
    },
    60_000,
  );

  it('given the keyboard alone, then the first step leads past the frame, and each step can be seen', async () => {
    await withPage({ width: 1280 }, async (page) => {
      await visit(page, '/plan-elsewhere');
      const seen = [];
      for (const _ of Array.from({ length: 16 })) {
        await page.keyboard.press('Tab');
        seen.push(
          await page.evaluate<{ text: string; visible: boolean }>(`(() => {
            const element = document.activeElement;
            const style = getComputedStyle(element);
            return {
              text: element.textContent.trim(),
              visible: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
            };
          })()`),
        );
      }
      expect(seen[0]?.text).toBe('Skip to main content');
      expect(seen.filter(({ visible }) => !visible)).toEqual([]);
      expect(seen.map(({ text }) => text)).toContain('Back to today');
    });
  });

  it('given no JavaScript on a phone, then the navigation is open, the dates can be opened and a long note too', async () => {
    await withPage({ width: 360, javaScriptEnabled: false }, async (page) => {
      await visit(page, '/plan');
      expect(await page.getByRole('link', { name: 'Audit trail' }).isVisible()).toBe(true);
      expect(await page.getByLabel('As of').isVisible()).toBe(false);
      await page.getByText('other dates').click();
      expect(await page.getByLabel('As of').isVisible()).toBe(true);
      const whole = page.getByText('which the board is to decide on').first();
      expect(await whole.isVisible()).toBe(false);
      await page.getByText('Show all').first().click();
      expect(await whole.isVisible()).toBe(true);
    });
  });

  it('given half-finished work in a form, then leaving the page asks first; given none, then not', async () => {
    await withPage({ width: 1280 }, async (page) => {
      await visit(page, '/form');
      const asked: Array<string> = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.accept();
      });
      await page.goto(page.url());
      expect(asked).toEqual([]);
      await page.getByLabel('Why?').fill('The list is shorter');
      await page.goto(page.url());
      expect(asked).toEqual(['beforeunload']);
    });
  });

  it('given paper, then what is folded away is whole, and what cannot be pressed is gone', async () => {
    await withPage({ width: 1000 }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await visit(page, '/plan');
      expect(await page.getByText('which the board is to decide on').first().isVisible()).toBe(
        true,
      );
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(await page.getByText('ordinal 812').first().isVisible()).toBe(true);
      expect(await page.getByText('Show all').first().isVisible()).toBe(false);
      const breaks = await page.evaluate<ReadonlyArray<string>>(
        `[getComputedStyle(document.querySelector('tbody tr')).breakInside,
          getComputedStyle(document.querySelector('thead')).display]`,
      );
      expect(breaks).toEqual(['avoid', 'table-header-group']);
    });
  });

  it('given each chart by itself, then a strict reader of XML takes it', async () => {
    const charts = [sampleLines, sampleBars, sampleRatingHistory(200)];
    await withPage({ width: 1280 }, async (page) => {
      const faults = await page.evaluate<ReadonlyArray<number>>(
        `${JSON.stringify(charts)}.map((svg) =>
          new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('parsererror').length)`,
      );
      expect(faults).toEqual([0, 0, 0]);
    });
  });
});
