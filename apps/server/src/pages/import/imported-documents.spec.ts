import { describeFailure, plansAnswer, streamOf } from '@trackrecord/application';
import { memoryTrackrecord, rightOf } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { formIn, textIn } from '../../testing/form-in.ts';
import { importStage, type ImportStage, paper, somebody } from '../../testing/import-stage.ts';
import type { Came } from '../../testing/test-browser.ts';

let stage: ImportStage;

const htmlOf = (came: Came): string => (came._tag === 'Page' ? textIn(came.html) : '');
const toOf = (came: Came): string => (came._tag === 'Redirect' ? came.to : '');
const noticeOf = (came: Came): string =>
  came._tag === 'Redirect' ? (came.notice?.text ?? '') : '';

const june = paper
  .replace('Open a garden', 'Open a garden on the quay')
  .concat('\n\tAction 3. Open a library\n\tRED\n');

const imported = async (at: string, name: string, text: string, on: string): Promise<string> => {
  const preview = await stage.upload(at, { name, bytes: text }, { on, plan: 'lantern' });
  return toOf(await stage.manager.send(toOf(preview), {}));
};

const list = '/plans/lantern/documents';

const planEvents = async (): Promise<number> =>
  rightOf(await stage.desk.log.readStream(streamOf('plan', 'lantern'), { direction: 'forwards' })())
    .length;

let [first, second] = ['', ''];

beforeEach(async () => {
  stage = await importStage(await memoryTrackrecord());
  first = await imported('/imports/new', 'march.txt', paper, '31/3/2026');
  second = await imported('/plans/lantern/import', 'june.txt', june, '30/6/2026');
});

describe('the documents of a plan', () => {
  it('given two, then the last imported first, with their dates, who brought them, and what can be done', async () => {
    const html = htmlOf(await stage.manager.get(list));
    expect(html.indexOf('june.txt')).toBeLessThan(html.indexOf('march.txt'));
    ['31 March 2026', '30 June 2026', 'by Rhoda Keeper', `${second}/undo`, '?asIn='].forEach(
      (words) => {
        expect(html).toContain(words);
      },
    );
    expect(html.match(/\/file"/gu)).toHaveLength(2);
  });

  it('given somebody who only reads, then they see the list and the texts, and cannot undo', async () => {
    const reader = stage.browser(somebody('p-reader', 'Corin Vale', 'reader', 'lantern'));
    const html = htmlOf(await reader.get(list));
    expect(html).toContain('june.txt');
    expect(html).not.toContain('/undo');
    expect(html).toContain(`${second}/text"`);
    expect(await reader.get(`${second}/undo`)).toMatchObject({
      failure: { _tag: 'NotAuthorised' },
    });
    const text = htmlOf(await reader.get(`${second}/text`));
    expect(text).toContain('Open a garden on the quay</li>');
    // Line 8 of what was sent.
    expect(june.split('\n')[7]).toBe('Notes: Lease signed. Update?');
    expect(text).toContain('<li id="line-8">Notes: Lease signed. Update?</li>');
    const file = await reader.get(`${second}/file`);
    expect(file).toMatchObject({
      reply: { _tag: 'Body', type: 'text/plain; charset=utf-8', fileName: 'june.txt' },
    });
    const bytes = file._tag === 'Other' && file.reply._tag === 'Body' ? file.reply.body : '';
    expect(Buffer.from(bytes).toString('utf8')).toBe(june);
  });

  it('given a document whose import was undone, then readers have its text no more', async () => {
    await stage.manager.send(`${second}/undo`, { why: 'Not yet agreed.' });
    const reader = stage.browser(somebody('p-reader', 'Corin Vale', 'reader', 'lantern'));
    for (const part of ['text', 'file'])
      expect(await reader.get(`${second}/${part}`)).toMatchObject({ failure: { _tag: 'Missing' } });
    expect(htmlOf(await reader.get(list))).not.toContain(`${second}/text`);
  });

  it('given a document whose file is not kept, then that is said', async () => {
    const [kept] = rightOf(await stage.desk.store.uploads.list('lantern')());
    await stage.desk.store.uploads.drop(kept?.id ?? '')();
    const came = await stage.manager.get(`${second}/text`);
    expect(came._tag === 'Failed' && describeFailure(came.failure)).toContain(
      'not kept on this server',
    );
    expect(htmlOf(await stage.manager.get(second))).toContain('Its text is not kept');
  });

  it('given one of them, then what is recorded of it, and the changes since the one before', async () => {
    const html = htmlOf(await stage.manager.get(second));
    expect(html).toContain('/plans/lantern/changes?from=2026-03-31&to=2026-06-30');
    expect(html).toMatch(/\d+ facts/u);
    expect(htmlOf(await stage.manager.get(first))).not.toContain('/changes?');
  });

  it('given one that was not imported, then that', async () => {
    expect(await stage.manager.get(`${list}/${'0'.repeat(64)}`)).toMatchObject({
      failure: { _tag: 'Missing' },
    });
  });
});

describe('undoing an import', () => {
  it('given its page, then what would be taken back, before it is', async () => {
    const before = await planEvents();
    const html = htmlOf(await stage.manager.get(`${second}/undo`));
    expect(html).toContain('1 action');
    expect(html).toContain('Open a library');
    expect(html).toContain('Open a garden on the quay');
    expect(html).not.toContain('the plan would not be there any more');
    expect(await planEvents()).toBe(before);
  });

  it('given no reason, then it asks for one', async () => {
    const came = await stage.manager.send(`${second}/undo`, { why: ' ' });
    expect(came).toMatchObject({ _tag: 'Page', status: 400, errors: [{ field: 'why' }] });
  });

  it('given a reason, then it is undone once, told so, and can be looked at again', async () => {
    const page = await stage.manager.get(`${second}/undo`);
    const form = { ...formIn(page._tag === 'Page' ? page.html : '', 'change'), why: 'Wrong file.' };
    const before = await planEvents();
    const came = await stage.manager.post(`${second}/undo`, form);
    expect(toOf(came)).toBe(list);
    expect(came._tag === 'Redirect' && came.notice?.link?.href).toMatch(/\/imports\//u);
    expect(await planEvents()).toBe(before + 1);
    const html = htmlOf(await stage.manager.get(list));
    expect(html).toContain('“Wrong file.”');
    expect(html).not.toContain(`${second}/undo`);
    // Sent again, or opened again, it leads to what was undone.
    const again = await stage.manager.post(`${second}/undo`, form);
    expect([toOf(again), noticeOf(again)]).toEqual([
      second,
      'The import of june.txt was undone already.',
    ]);
    expect(htmlOf(await stage.manager.get(second))).toContain('Its import was undone');
    expect(await planEvents()).toBe(before + 1);
  });

  it('given that something else would be undone by now, then that is shown instead', async () => {
    const page = await stage.manager.get(`${first}/undo`);
    const form = { ...formIn(page._tag === 'Page' ? page.html : '', 'change'), why: 'Wrong file.' };
    await stage.manager.send(`${second}/undo`, { why: 'Not yet agreed.' });
    const came = await stage.manager.post(`${first}/undo`, form);
    expect(came).toMatchObject({ _tag: 'Page', status: 409 });
    expect(htmlOf(came)).toContain('Nothing was undone');
    expect(htmlOf(came)).toContain('Wrong file.');
  });

  it('given the document that made the plan, then the plan is gone, and can be brought in again', async () => {
    await stage.manager.send(`${second}/undo`, { why: 'Wrong.' });
    expect(htmlOf(await stage.manager.get(`${first}/undo`))).toContain(
      'the plan would not be there any more',
    );
    expect(toOf(await stage.manager.send(`${first}/undo`, { why: 'Wrong.' }))).toBe('/');
    rightOf(await stage.desk.views.catchUp()());
    expect(rightOf(plansAnswer(stage.desk))).toEqual([]);
    expect(await imported('/imports/new', 'march.txt', paper, '31/3/2026')).toBe(first);
    expect(rightOf(plansAnswer(stage.desk))).toHaveLength(1);
  });
});
