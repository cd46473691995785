import { expect, it } from 'vitest';
import { lookedAt, outlineOf } from './kit/looked-at.ts';
import { sendEmpty } from './kit/send-empty.ts';
import { forms, pages, past, walkPages } from './kit/walk-pages.ts';

walkPages('every page on a past date, and every form', ({ visit }) => {
  it.each(pages)('given $path on a past date, then nothing is wrong with it', async ({ path }) => {
    const at = await visit(path, `asOf=${past}`);
    if (at?.outline.isElsewhere !== true) return;
    expect(await lookedAt(at.page, at.outline)).toEqual([]);
    expect(at.complained()).toEqual([]);
  });

  it.each(forms)(
    'given the form of $path, when it is sent with nothing that can be taken, then nothing is wrong with what it says',
    async ({ path }) => {
      const at = await visit(path);
      if (at === undefined) return;
      const sent = await sendEmpty(at);
      if (!sent) return;
      const outline = await outlineOf(at.page);
      expect(outline.title).toMatch(/^Error: /u);
      expect(await lookedAt(at.page, outline)).toEqual([]);
      expect(at.complained()).toEqual([]);
    },
  );
});
