import { expect, it } from 'vitest';
import { lookedAt } from './kit/looked-at.ts';
import { changing, pages, walkPages, withoutData } from './kit/walk-pages.ts';

walkPages('every page today', ({ places, visit }) => {
  it('given the table of routes, then something leads to each', () => {
    expect(pages.filter(({ path }) => !places().has(path)).map(({ path }) => path)).toEqual([]);
  });

  it.each(pages)('given $path today, then nothing is wrong with it', async ({ path, may }) => {
    const at = await visit(path);
    if (at === undefined) return;
    expect(await lookedAt(at.page, at.outline)).toEqual([]);
    expect(at.complained()).toEqual([]);
    if (!changing.has(may) && !at.outline.isForm && !withoutData.has(path))
      expect(at.outline.hasData).toBe(true);
  });
});
