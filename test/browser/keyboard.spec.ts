import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowser } from './kit/in-browser.ts';
import { samplePassword } from './kit/sign-in.ts';
import { shows } from './kit/shows.ts';

/** What has the focus: its words or its label, and whether that can be seen. */
type Stop = Readonly<{ name: string; visible: boolean }>;

const stopNow = (page: Page): Promise<Stop> =>
  page.evaluate<Stop>(`(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const near = [at, ...(at.labels ?? [])].map((one) => getComputedStyle(one, one === at ? null : '::before'));
    const box = at.getBoundingClientRect();
    const isMarked = near.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
    return {
      name: (at.labels?.[0]?.textContent ?? at.textContent ?? '').trim().replace(/\\s+/g, ' '),
      visible: isMarked && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
  })()`);

/** Steps on by the tab key until a name has the focus; every stop on the way must be seen. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const passed: string[] = [];
  for (const _ of Array.from({ length: 150 })) {
    await page.keyboard.press('Tab');
    const stop = await stopNow(page);
    passed.push(stop.name);
    expect(`${stop.name}: ${stop.visible ? 'seen' : 'not seen'}`).toBe(`${stop.name}: seen`);
    if (name.test(stop.name)) return;
  }
  throw new Error(`the tab key did not come to ${String(name)}, but to ${passed.join(' | ')}`);
};

const pressOn = async (page: Page, name: RegExp, key: 'Enter' | 'Space'): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press(key);
};

inBrowser('somebody without a mouse', ({ stranger }) => {
  it('given the keyboard alone, when they sign in, filter the plan, open an action and rate it, then it is rated, and each stop was seen', async () => {
    await stranger(async ({ page, go }) => {
      await go('/sign-in?next=/plans/harbour');
      await tabTo(page, /^Sign-in name$/u);
      await page.keyboard.type('manager');
      await tabTo(page, /^Password$/u);
      await page.keyboard.type(samplePassword);
      await page.keyboard.press('Enter');
      await shows(page.getByRole('heading', { level: 1 }), 'Harbour and Vale');

      await pressOn(page, /^Search and filter$/u, 'Enter');
      await tabTo(page, /^Search titles/u);
      await page.keyboard.type('peer support');
      await pressOn(page, /^Apply$/u, 'Enter');
      await shows(page.getByRole('status'), '1 of 31 actions');

      await pressOn(page, /^Set up a peer support group/u, 'Enter');
      await shows(page.locator('main'), 'Action 9');
      await pressOn(page, /^Change\s+the rating$/u, 'Enter');
      await shows(page.getByRole('heading', { level: 1 }), 'Rate this action');
      await tabTo(page, /^Red$/u);
      await page.keyboard.press('ArrowDown');
      await tabTo(page, /^Why\?$/u);
      await page.keyboard.type('It has found a room');
      await pressOn(page, /^Save the rating$/u, 'Enter');
      await shows(
        page.locator('.app-history').getByRole('listitem'),
        'Red → Amber by Rhoda Tansley',
      );
    });
  });
});
