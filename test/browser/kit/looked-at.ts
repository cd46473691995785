import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { overflowOf } from '../../pages/faults-of.ts';

/** 1280 as on a desk, 640 as there at 200 % zoom, 360 as on a phone. */
const widths = [1280, 640, 360] as const;

/** What is wrong with the page in the window, whatever page it is; empty where nothing is. */
export type Faults = ReadonlyArray<string>;

/** One heading of the first rank, a title of its own. */
const outlineFaults = async (page: Page): Promise<Faults> => {
  const headings = await page.getByRole('heading', { level: 1 }).count();
  const title = await page.title();
  return [
    ...(headings === 1 ? [] : [`${headings} headings of rank 1`]),
    ...(/^\S.* – Trackrecord$/u.test(title) ? [] : [`the title “${title}”`]),
  ];
};

const overflowFaults = async (page: Page): Promise<Faults> => {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await overflowOf(page);
    if (over > 0) faults.push(`${over} pixels too wide at ${width}`);
  }
  return faults;
};

const axeFaults = async (page: Page, width: number): Promise<Faults> => {
  await page.setViewportSize({ width, height: 900 });
  // A page of ours has no frames: it need not open another window to look into them.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `axe at ${width}: ${id}: ${html.slice(0, 300)}`),
  );
};

/** Looks at a page as everybody may come to it: on each screen, with help of any kind. */
export const lookedAt = async (
  page: Page,
  axeAt: ReadonlyArray<number> = [640],
): Promise<Faults> => {
  const faults = [...(await outlineFaults(page)), ...(await overflowFaults(page))];
  for (const width of axeAt) faults.push(...(await axeFaults(page, width)));
  return faults;
};
