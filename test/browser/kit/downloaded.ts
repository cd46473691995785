import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** A file that was saved from a page. */
export type Downloaded = Readonly<{ name: string; bytes: Uint8Array }>;

/** What a step on a page saves to disk. */
export const downloaded = async (page: Page, step: () => Promise<unknown>): Promise<Downloaded> => {
  const coming = page.waitForEvent('download');
  await step();
  const saved = await coming;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
};
