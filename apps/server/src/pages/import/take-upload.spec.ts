import { memoryTrackrecord } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { howFarIs } from '../../http/how-far.ts';
import { textIn } from '../../testing/form-in.ts';
import { importStage, type ImportStage, paper, somebody } from '../../testing/import-stage.ts';
import type { Came } from '../../testing/test-browser.ts';

let stage: ImportStage;

beforeEach(async () => {
  stage = await importStage(await memoryTrackrecord());
});

const errorsOf = (came: Came): ReadonlyArray<string> =>
  came._tag === 'Page' ? came.errors.map(({ field, message }) => `${field}: ${message}`) : [];

const htmlOf = (came: Came): string => (came._tag === 'Page' ? textIn(came.html) : '');

const statusOf = (came: Came): number | string => (came._tag === 'Page' ? came.status : came._tag);

const toOf = (came: Came): string => (came._tag === 'Redirect' ? came.to : '');

/** The file that a page keeps, as it is downloaded again. */
const keptIn = async (came: Came): Promise<Readonly<{ name: string; bytes: Buffer }>> => {
  const href = /href="([^"]*\/file)"/u.exec(came._tag === 'Page' ? came.html : '')?.[1] ?? '';
  const file = await stage.manager.get(href);
  if (file._tag !== 'Other' || file.reply._tag !== 'Body') throw new Error(JSON.stringify(file));
  return { name: file.reply.fileName ?? '', bytes: Buffer.from(file.reply.body) };
};

const filled = { on: '31/3/2026', plan: 'lantern' };
const newPlan = '/imports/new';

describe('an upload that is taken', () => {
  it('given a document of a new plan, then it leads to its preview, and nothing is recorded', async () => {
    const came = await stage.upload(newPlan, { name: 'plan.txt', bytes: paper }, filled);
    expect(toOf(came)).toMatch(/^\/plans\/lantern\/imports\/[\w-]+$/u);
    const log = await stage.desk.log.readAll(undefined, 10)();
    expect(log).toMatchObject({ right: [{ event: { type: 'PartyRegistered' } }] });
  });

  it('given no short name, then one is made of the title in the document', async () => {
    const came = await stage.upload(newPlan, { name: 'p.txt', bytes: paper }, { on: '31/3/2026' });
    expect(toOf(came)).toMatch(/^\/plans\/lantern-bay-childrens-plan-2026-2028\/imports\//u);
  });

  it('given text that was pasted, then that is the document', async () => {
    const came = await stage.upload(newPlan, null, { ...filled, text: paper });
    const preview = await stage.manager.get(toOf(came));
    expect(htmlOf(preview)).toContain('Preview of pasted 2026-06-30.txt');
  });
});

describe('how far an upload has come', () => {
  it('given the page, then nothing is known by its word before it is sent, and afterwards that all is read', async () => {
    const progress = String((await stage.manager.open(newPlan))['progress']);
    expect(howFarIs(progress)).toBeUndefined();
    await stage.upload(newPlan, { name: 'plan.md', bytes: paper }, { ...filled, progress });
    expect(howFarIs(progress)).toEqual({ doing: 'reading', share: 1 });
  });
});

describe('an upload that is refused', () => {
  it.each<readonly [string, Uint8Array | string, string]>([
    [
      'plan.docx',
      Buffer.from('PK\x03\x04………word/document.xml', 'latin1'),
      'is damaged: in the zip archive',
    ],
    ['plan.rtf', '{\\rtf1 plan}', 'a Rich Text document (.rtf)'],
    ['plan.txt', '', 'holds no words'],
    ['plan.txt', Buffer.from('Action 1 caf\xe9', 'latin1'), 'is not UTF-8'],
    ['plan.txt', 'a'.repeat(2 * 1024 * 1024 + 1), 'at most 2,097,152 bytes'],
  ])(
    'given %s that cannot be read, then it says why, and it can be had again',
    async (name, bytes, why) => {
      const came = await stage.upload(newPlan, { name, bytes }, filled);
      expect(statusOf(came)).toBe(422);
      expect(errorsOf(came)).toEqual([expect.stringMatching(/^file: /u)]);
      expect(errorsOf(came)[0]).toContain(why);
      const kept = await keptIn(came);
      expect(kept.name).toBe(name);
      expect(kept.bytes.equals(Buffer.from(bytes))).toBe(true);
    },
  );

  it('given a file that is too large to be kept, then that, and the form as it was filled in', async () => {
    const form = await stage.manager.open(newPlan);
    const huge = { name: 'huge.txt', bytes: new Uint8Array(), tooLarge_bytes: 21 * 1024 * 1024 };
    const came = await stage.manager.post(newPlan, { ...form, ...filled, title: 'A plan' }, [huge]);
    expect(statusOf(came)).toBe(413);
    expect(errorsOf(came)).toEqual([
      'file: Choose the document: “huge.txt” has 21 MB. A file over 20 MB is not taken, nor kept; plain text can have 2 MB at most. Take out pictures, or save the plan alone.',
    ]);
    expect(htmlOf(came)).toContain('value="31/3/2026"');
    expect(htmlOf(came)).toContain('value="A plan"');
    expect(htmlOf(came)).not.toContain('is kept');
    // It is said before a file is chosen.
    expect(htmlOf(await stage.manager.get(newPlan))).toContain(
      'plain text (at most 2 MB); an old Word document (.doc) or a PDF is read less surely. At most 20 MB',
    );
  });

  it('given a text that is no plan, then what was seen in it', async () => {
    const minutes = 'Minutes\n\nPresent: <b>nobody</b>.\n\n\tone\n\ttwo\n';
    const came = await stage.upload(newPlan, { name: 'minutes.txt', bytes: minutes }, filled);
    expect(statusOf(came)).toBe(422);
    expect(errorsOf(came)[0]).toContain('file: No action was found in minutes.txt.');
    expect(htmlOf(came)).toContain('2 paragraphs and 2 cells in 1 table.');
    expect(htmlOf(came)).toContain('It begins: “Minutes”');
    expect(came._tag === 'Page' && came.html).not.toContain('<b>nobody');
    expect((await keptIn(came)).bytes.toString()).toBe(minutes);
  });

  it('given no file, then that, and the form as it was filled in', async () => {
    const came = await stage.upload(newPlan, null, { ...filled, title: 'A plan' });
    expect(errorsOf(came)).toEqual([
      'file: Choose the document: choose a file, or paste its text.',
    ]);
    expect(htmlOf(came)).toContain('value="31/3/2026"');
    expect(htmlOf(came)).toContain('value="A plan"');
  });

  it('given a file and text, then it asks for one of them', async () => {
    const came = await stage.upload(
      newPlan,
      { name: 'a.txt', bytes: paper },
      { ...filled, text: 'b' },
    );
    expect(errorsOf(came)[0]).toContain('Send one of them.');
  });

  it.each([
    ['on', { on: '' }, 'Enter a date'],
    ['on', { on: '31/6/2026' }, '“31/6/2026” is not a date that exists'],
    ['on', { on: '1/1/1826' }, '1826 is too long ago'],
    ['plan', { plan: 'Lantern Bay' }, 'Try “lantern-bay”'],
    ['otherPartnership', { otherPartnership: '!!!' }, 'is no name for a partnership'],
    ['title', { title: 'x'.repeat(501) }, 'at most 500 characters'],
  ])(
    'given a field %s that is not accepted, then it says so, and the file is kept',
    async (field, more, why) => {
      const refused = await stage.upload(
        newPlan,
        { name: 'plan.txt', bytes: paper },
        { ...filled, ...more },
      );
      expect(statusOf(refused)).toBe(400);
      expect(errorsOf(refused)).toEqual([expect.stringMatching(new RegExp(`^${field}: `, 'u'))]);
      expect(errorsOf(refused)[0]).toContain(why);
      expect((await keptIn(refused)).bytes.toString()).toBe(paper);
      // Sent again with what is accepted, and without choosing the file again.
      const kept = /name="kept" value="([^"]+)"/u.exec(htmlOf(refused))?.[1] ?? '';
      const taken = await stage.manager.post(newPlan, { ...filled, kept });
      expect(toOf(taken)).toBe(`/plans/lantern/imports/${kept}`);
    },
  );

  it('given the short name of a plan that is there, then which that is', async () => {
    const first = await stage.upload(newPlan, { name: 'plan.txt', bytes: paper }, filled);
    await stage.manager.send(toOf(first), {});
    const second = await stage.upload(newPlan, { name: 'plan.txt', bytes: paper }, filled);
    expect(errorsOf(second)).toEqual([
      expect.stringContaining('“lantern” is taken by “Lantern Bay Children’s Plan'),
    ]);
  });
});

describe('uploads that wait', () => {
  it('given one for which no plan was named, then its sender goes on with it, and nobody else', async () => {
    const refused = await stage.upload(newPlan, { name: 'p.pdf', bytes: '%PDF-1.7' }, { on: '' });
    const kept = /name="kept" value="([^"]+)"/u.exec(htmlOf(refused))?.[1] ?? '';
    expect(htmlOf(await stage.manager.get(newPlan))).toContain(`href="/imports/new?kept=${kept}"`);
    expect(htmlOf(await stage.manager.get(`/imports/new?kept=${kept}`))).toContain('is kept');
    const other = stage.browser(somebody('p-other', 'Ivo Farrow', 'manager', null));
    expect(htmlOf(await other.get(newPlan))).not.toContain(kept);
    const stolen = await other.get(`/imports/uploads/${kept}/file`);
    expect(stolen).toMatchObject({ _tag: 'Failed', failure: { _tag: 'Missing' } });
    expect(toOf(await stage.manager.post(`/imports/uploads/${kept}/drop`, {}))).toBe(newPlan);
    expect(htmlOf(await stage.manager.get(newPlan))).not.toContain(kept);
  });

  it('given one of a plan, then who keeps the plan sees it, and who keeps another does not', async () => {
    const preview = toOf(await stage.upload(newPlan, { name: 'plan.txt', bytes: paper }, filled));
    const lantern = stage.browser(somebody('p-two', 'Nuala Finch', 'manager', 'lantern'));
    const vale = stage.browser(somebody('p-three', 'Corin Vale', 'manager', 'vale'));
    const reader = stage.browser(somebody('p-four', 'Nell Ashby', 'reader', null));
    expect(statusOf(await lantern.get(preview))).toBe(200);
    expect(statusOf(await lantern.get(`${preview}/file`))).toBe('Other');
    const elsewhere = preview.replace('/lantern/', '/vale/');
    expect(await vale.get(preview)).toMatchObject({ failure: { _tag: 'NotAuthorised' } });
    expect(await vale.get(elsewhere)).toMatchObject({ failure: { _tag: 'Missing' } });
    expect(await vale.get(`${elsewhere}/file`)).toMatchObject({ failure: { _tag: 'Missing' } });
    expect(await reader.get(preview)).toMatchObject({ failure: { _tag: 'NotAuthorised' } });
    expect(await lantern.get(newPlan)).toMatchObject({ failure: { _tag: 'NotAuthorised' } });
  });
});

describe('the page of a plan’s next version', () => {
  it('given a plan that is not there, then that', async () => {
    expect(await stage.manager.get('/plans/lantern/import')).toMatchObject({
      failure: { _tag: 'Missing' },
    });
  });

  it('given a past date, then nothing can be brought in there', async () => {
    const first = await stage.upload(newPlan, { name: 'plan.txt', bytes: paper }, filled);
    await stage.manager.send(toOf(first), {});
    const past = await stage.manager.get('/plans/lantern/import?asOf=2026-04-01');
    expect(htmlOf(past)).toContain('href="/plans/lantern/import"');
    expect(htmlOf(past)).not.toContain('type="file"');
  });
});
