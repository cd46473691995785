import { memoryTrackrecord } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { textIn } from '../../testing/form-in.ts';
import { importStage, type ImportStage } from '../../testing/import-stage.ts';
import type { Came, Filling } from '../../testing/test-browser.ts';

let stage: ImportStage;

beforeEach(async () => {
  stage = await importStage(await memoryTrackrecord());
});

/** Its blocks are the title (1), the priority (2), three notes (3 to 5), two heads (6, 7) and two cells (8, 9). */
const markdown = `# Lantern Bay Children’s Plan 2026 – 2028

## Priority 1: Health

Some note

Second para

Third para

| Action | RAG |
| --- | --- |
| Open a clinic | Amberr |
`;

const htmlOf = (came: Came): string => (came._tag === 'Page' ? textIn(came.html) : '');
const toOf = (came: Came): string => (came._tag === 'Redirect' ? came.to : '');
const noticeOf = (came: Came): string =>
  came._tag === 'Redirect' ? (came.notice?.text ?? '') : '';

const uploaded = async (): Promise<string> =>
  toOf(
    await stage.upload(
      '/imports/new',
      { name: 'plan.md', bytes: markdown },
      { on: '31/3/2026', plan: 'lantern' },
    ),
  );

/** Puts a block right on the page that is about it. */
const fix = async (preview: string, block: number, filling: Filling): Promise<string> => {
  const address = `${preview}/blocks/${block}`;
  const html = htmlOf(await stage.manager.get(address));
  const version = /name="version" value="(\w+)"/u.exec(html)?.[1] ?? '';
  return noticeOf(await stage.manager.post(address, { version, ...filling }));
};

/** The words of the paragraphs of the page that would be recorded. */
const recorded = async (preview: string): Promise<ReadonlyArray<string>> => {
  const came = await stage.manager.get(`${preview}/corrected`);
  if (came._tag !== 'Other' || came.reply._tag !== 'Body') throw new Error(JSON.stringify(came));
  const page = Buffer.from(came.reply.body).toString('utf8');
  return [...page.matchAll(/>([^<>]+)<\/(?:h\d|p)>/gu)].map(([, words]) => words ?? '');
};

const title = 'Lantern Bay Children’s Plan 2026 – 2028';
const cells = ['Action', 'RAG', 'Open a clinic'];

describe('blocks of a file that is no text, put right one after the other', () => {
  it('given one left out before, then the words of the others go where they belong, and none is lost', async () => {
    const preview = await uploaded();
    expect(await fix(preview, 3, { what: 'leave' })).toContain('is left out');
    expect(await fix(preview, 4, { text: '3rd words' })).toContain('reads “3rd words” now');
    expect(await fix(preview, 8, { text: 'Amber' })).toContain('reads “Amber” now');
    expect(await recorded(preview)).toEqual([
      ...[title, 'Priority 1: Health', 'Second para', '3rd words', ...cells, 'Amber'],
    ]);
  });

  it('given one that became two paragraphs, then each of the two can be put right', async () => {
    const preview = await uploaded();
    await fix(preview, 3, { text: 'One  note\n\nOther note' });
    await fix(preview, 4, { text: 'Another note' });
    await fix(preview, 6, { what: 'leave' });
    await fix(preview, 9, { text: 'Amber' });
    expect(await recorded(preview)).toEqual([
      title,
      'Priority 1: Health',
      ...['One note', 'Another note', 'Second para', ...cells, 'Amber'],
    ]);
    const list = htmlOf(await stage.manager.get(`${preview}/blocks?show=corrected`));
    expect(list).toContain('Another note');
    expect(list).not.toContain('Second para');
  });
});
