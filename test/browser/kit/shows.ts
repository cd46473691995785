import type { Locator } from 'playwright-core';

/** As much of a place's words as somebody who looks for a fault wants to read. */
const wordsOf = async (where: Locator): Promise<string> => {
  const all = await where.allInnerTexts();
  return all.length === 0
    ? `which is not at ${where.page().url()}`
    : `which says ${JSON.stringify(all.join(' | ').slice(0, 1500))}`;
};

/**
 * Waits until a place of the page says these words.
 * @throws where it does not in good time: the error tells what it says instead
 */
export const shows = async (where: Locator, words: string | RegExp): Promise<void> => {
  try {
    await where.filter({ hasText: words, visible: true }).first().waitFor();
  } catch (cause) {
    const said = await wordsOf(where);
    throw new Error(`No “${String(words)}” in ${String(where)}, ${said}`, { cause });
  }
};
