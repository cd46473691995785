import * as t from 'io-ts';
import type { Page } from 'playwright-core';
import { must } from '@trackrecord/test-kit';
import { axeFindings, overflowOf } from '../../pages/faults-of.ts';

/** On a desk, and there at 200 % zoom, and on a phone. */
const [onDesk, zoomed, onPhone] = [1280, 640, 360] as const;

/** What is wrong with the page in the window, whatever page it is; empty where nothing is. */
export type Faults = ReadonlyArray<string>;

/** What a browser tells of a page at once: to be asked takes longer than to answer. */
const Outline = t.type({
  title: t.string,
  headings: t.number,
  isForm: t.boolean,
  isElsewhere: t.boolean,
  hasData: t.boolean,
});
export type Outline = t.TypeOf<typeof Outline>;

/** The page's title, its headings of the first rank, and what kind of page it is. */
export const outlineOf = async (page: Page): Promise<Outline> =>
  must(Outline)(
    await page.evaluate(`({
      title: document.title,
      headings: [...document.querySelectorAll('h1, [role=heading][aria-level="1"]')]
        .filter((heading) => heading.checkVisibility()).length,
      isForm: document.querySelector('form#change') !== null,
      isElsewhere: document.body.innerText.includes('Not today'),
      hasData: [...document.links].some(({ textContent }) => /^This page as/.test(textContent.trim())),
    })`),
  );

/** One heading of the first rank, a title of its own. */
const outlineFaults = ({ headings, title }: Outline): Faults => [
  ...(headings === 1 ? [] : [`${headings} headings of rank 1`]),
  ...(/^\S.* – Trackrecord$/u.test(title) ? [] : [`the title “${title}”`]),
];

/** Makes the window so wide, and says by how much the page is wider. */
const overflowFaults = async (page: Page, width: number): Promise<Faults> => {
  await page.setViewportSize({ width, height: 900 });
  const over = await overflowOf(page);
  return over > 0 ? [`${over} pixels too wide at ${width}`] : [];
};

/**
 * Looks at a page as everybody may come to it: on each screen, with help of any kind. The window, which axe was
 * brought to, is as wide afterwards as on a desk.
 */
export const lookedAt = async (page: Page, outline: Outline): Promise<Faults> => [
  ...outlineFaults(outline),
  ...(await overflowFaults(page, onPhone)),
  ...(await overflowFaults(page, zoomed)),
  ...(await axeFindings(page)).map((finding) => `axe at ${zoomed}: ${finding.slice(0, 300)}`),
  ...(await overflowFaults(page, onDesk)),
];
