import { createHash } from 'node:crypto';
import { changeAction, rateOrder, storage, streamOf } from '@trackrecord/application';
import { type DomainEvent, PlanId, Rating } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { formIn, textIn } from '../../testing/form-in.ts';
import { importStage, type ImportStage, paper } from '../../testing/import-stage.ts';
import { browserOf, type Came, type Filling, visitorAs } from '../../testing/test-browser.ts';
import { dropDraft } from './import-draft.ts';
import { importRoutes } from './import-routes.ts';

let stage: ImportStage;

const htmlOf = (came: Came): string => (came._tag === 'Page' ? textIn(came.html) : '');
const toOf = (came: Came): string => (came._tag === 'Redirect' ? came.to : '');
const noticeOf = (came: Came): string =>
  came._tag === 'Redirect' ? (came.notice?.text ?? '') : '';
const errorsOf = (came: Came): ReadonlyArray<string> =>
  came._tag === 'Page' ? came.errors.map(({ field, message }) => `${field}: ${message}`) : [];

const uploaded = async (text = paper, name = 'plan.txt'): Promise<string> =>
  toOf(
    await stage.upload('/imports/new', { name, bytes: text }, { on: '31/3/2026', plan: 'lantern' }),
  );

const shown = async (address: string): Promise<string> => htmlOf(await stage.manager.get(address));

/** The text that would be recorded, as it is downloaded. */
const textOf = async (preview: string, which: 'file' | 'corrected'): Promise<string> => {
  const came = await stage.manager.get(`${preview}/${which}`);
  if (came._tag !== 'Other' || came.reply._tag !== 'Body') throw new Error(JSON.stringify(came));
  return Buffer.from(came.reply.body).toString('utf8');
};

const versionIn = (html: string): string => /name="version" value="(\w+)"/u.exec(html)?.[1] ?? '';

/** Puts a block right that has these words, as one of the forms for it does. */
const fix = async (preview: string, words: string, filling: Filling): Promise<Came> => {
  const html = await shown(preview);
  const text = await textOf(preview, 'corrected');
  const blocks = text.split('\n').filter((line) => line.trim() !== '');
  const block = blocks.findIndex((line) => line.includes(words)) + 1;
  return stage.manager.post(`${preview}/blocks/${block}`, {
    version: versionIn(html),
    back: preview,
    ...filling,
  });
};

const record = (preview: string): Promise<Came> => stage.manager.send(preview, {});

const eventsOf = async (): Promise<ReadonlyArray<DomainEvent>> =>
  rightOf(
    await stage.desk.log.readStream(streamOf('plan', 'lantern'), { direction: 'forwards' })(),
  ).map(({ event }) => event);

beforeEach(async () => {
  stage = await importStage(await memoryTrackrecord());
});

describe('the preview of an upload', () => {
  it('given a new plan, then what it would make, and what is doubtful first', async () => {
    const html = await shown(await uploaded());
    expect(html).toContain('A new plan');
    expect(html).toContain('“GREEN/GREEN” stand for?');
    expect(html.indexOf('Doubtful places')).toBeLessThan(html.indexOf('What it would do'));
    ['1 priority', '2 actions', 'Lantern Bay Children’s Plan 2026 – 2028'].forEach((words) => {
      expect(html).toContain(words);
    });
    // Title, priority, two actions with a rating and notes, requests: nothing was left over.
    expect(html).toContain('none was left over');
    expect(await eventsOf()).toEqual([]);
  });

  it('given words that are no HTML, then they are shown as they stand', async () => {
    const hostile = paper.replace('Open a garden', '<img src=x onerror=alert(1)> & "so"');
    const preview = await uploaded(hostile, '<i>.txt');
    const came = await stage.manager.get(preview);
    const html = came._tag === 'Page' ? came.html : '';
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('<i>.txt');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot;');
  });

  it('given every id on the page, then there is one of each', async () => {
    const came = await stage.manager.get(await uploaded());
    const ids = [...(came._tag === 'Page' ? came.html : '').matchAll(/\sid="([^"]*)"/gu)].map(
      ([, id]) => id,
    );
    expect(ids.length).toBeGreaterThan(8);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('given that what was said about it is forgotten, then it is asked for again', async () => {
    const preview = await uploaded();
    const id = preview.split('/').at(-1) ?? '';
    rightOf(await dropDraft(stage.desk)({ id, account: `a-${stage.keeper.party}` })());
    expect(toOf(await stage.manager.get(preview))).toBe(`${preview}/about`);
    expect(await shown(`${preview}/about`)).toContain('not known any more');
    const came = await stage.manager.send(`${preview}/about`, { on: '30/4/2026' });
    expect(toOf(came)).toBe(preview);
    expect(await shown(preview)).toContain('30 April 2026');
  });

  it('given another short name, then it is that plan’s upload', async () => {
    const preview = await uploaded();
    const came = await stage.manager.send(`${preview}/about`, { plan: 'lantern-bay' });
    expect(toOf(came)).toBe(preview.replace('/lantern/', '/lantern-bay/'));
    expect(await stage.manager.get(preview)).toMatchObject({ failure: { _tag: 'Missing' } });
    expect(await shown(toOf(came))).toContain('short name lantern-bay');
    const refused = await stage.manager.send(`${toOf(came)}/about`, { plan: 'Not so' });
    expect(errorsOf(refused)[0]).toContain('plan: Short name of the plan');
  });

  it('given a date to come or beyond the plan’s period, then it says so', async () => {
    const preview = await uploaded();
    await stage.manager.send(`${preview}/about`, { on: '31/12/2029' });
    const html = await shown(preview);
    expect(html).toContain('31 December 2029 is still to come.');
    expect(html).toContain('lies outside of the period that the document names, “2026 – 2028”');
  });
});

describe('a block that is put right by hand', () => {
  it.each<readonly [string, string, Filling, string, string]>([
    [
      'a rating that is chosen',
      'GREEN/GREEN',
      { what: 'rating', words: 'GREEN/GREEN', rating: 'Green' },
      '\tGREEN/GREEN\n',
      '\tGreen\n',
    ],
    [
      'no rating',
      'GREEN/GREEN',
      { what: 'rating', words: 'GREEN/GREEN', rating: 'Not rated' },
      '\tGREEN/GREEN\n',
      '\t\n',
    ],
    [
      'somebody who is asked',
      'Update?',
      { what: 'whom', words: 'Update?', whom: ' Jo  Hart. ' },
      'Lease signed. Update?',
      'Lease signed. Update needed from Jo Hart',
    ],
    [
      'words that ask',
      'Play Forum',
      { what: 'request', words: 'Play Forum update', whom: '' },
      'Play Forum update',
      'Play Forum update needed',
    ],
    [
      'other words, a cell’s on one line',
      'Open a garden',
      { what: 'text', text: 'Action 2. Open two\r\n gardens' },
      '\tAction 2. Open a garden\n',
      '\tAction 2. Open two gardens\n',
    ],
    ['nothing', 'Play Forum', { what: 'leave' }, 'Notes: Play Forum update', ''],
  ])(
    'given %s, then the corrected text says so, and the file that was sent does not',
    async (_, words, filling, before, after) => {
      const preview = await uploaded();
      expect(toOf(await fix(preview, words, filling))).toBe(preview);
      expect(await textOf(preview, 'corrected')).toBe(paper.replace(before, after));
      expect(await textOf(preview, 'file')).toBe(paper);
      expect(await shown(preview)).toContain('Preview of plan (corrected).txt');
    },
  );

  it('given that, then the doubt is gone; undone, it is there again', async () => {
    const preview = await uploaded();
    await fix(preview, 'GREEN/GREEN', { what: 'rating', words: 'GREEN/GREEN', rating: 'Green' });
    const html = await shown(preview);
    expect(html).not.toContain('is no rating that is known');
    const undo = /action="([^"]*\/corrections\/\d+\/undo)"/u.exec(html)?.[1] ?? '';
    expect(toOf(await stage.manager.post(undo, {}))).toBe(preview);
    expect(await shown(preview)).toContain('is no rating that is known');
    expect(await stage.manager.post(undo, {})).toMatchObject({ failure: { _tag: 'Missing' } });
  });

  it.each<readonly [string, Filling, string]>([
    ['rating', { what: 'rating', words: 'x', rating: 'Mauve' }, 'Choose the rating'],
    ['whom', { what: 'whom', words: 'x', whom: ' ' }, 'Who is asked?'],
    ['open', { what: 'open', words: 'x' }, 'Enter what belongs'],
    ['text', { what: 'text', text: ' ' }, 'enter some, or leave the block out'],
    ['text', { what: 'text', text: 'x'.repeat(2 * 1024 * 1024) }, 'at most 2,097,152 bytes'],
  ])(
    'given a %s that is not accepted, then it says so on a page of its own',
    async (field, filling, why) => {
      const preview = await uploaded();
      const came = await fix(preview, 'GREEN/GREEN', filling);
      expect(came).toMatchObject({ _tag: 'Page', status: 400 });
      expect(errorsOf(came)[0]).toMatch(new RegExp(`^${field}: `, 'u'));
      expect(errorsOf(came)[0]).toContain(why);
      expect(htmlOf(came)).toContain('Line 6: put it right by hand');
      expect(await textOf(preview, 'corrected')).toBe(paper);
    },
  );

  it('given a page that is older than another correction, then nothing is put right by mistake', async () => {
    const preview = await uploaded();
    const version = versionIn(await shown(preview));
    await fix(preview, 'Play Forum', { what: 'leave' });
    const late = await fix(preview, 'GREEN/GREEN', { what: 'leave', version });
    expect(late).toMatchObject({ _tag: 'Page', status: 409 });
    expect(await textOf(preview, 'corrected')).toContain('GREEN/GREEN');
  });

  it('given a block that there is not, then that', async () => {
    const preview = await uploaded();
    expect(await stage.manager.get(`${preview}/blocks/99`)).toMatchObject({
      failure: { _tag: 'Missing' },
    });
  });

  it('given somewhere else to come back to than its pages, then to the preview', async () => {
    const preview = await uploaded();
    const came = await fix(preview, 'Play Forum', { what: 'leave', back: 'https://evil.example/' });
    expect(toOf(came)).toBe(preview);
    const list = `${preview}/blocks?show=corrected`;
    expect(toOf(await fix(preview, 'AMBER', { what: 'leave', back: list }))).toBe(list);
  });

  it('given that it is right as it stands, then it is asked about no more', async () => {
    const preview = await uploaded();
    expect(noticeOf(await fix(preview, 'GREEN/GREEN', { what: 'right' }))).toContain('Line 6');
    expect(await shown(preview)).toContain('1 place said to be right');
    const version = versionIn(await shown(preview));
    await stage.manager.post(`${preview}/settle`, { version });
    expect(await shown(preview)).not.toContain('Doubtful places');
  });
});

describe('every block of an upload', () => {
  it('given its kinds, then each is counted, and all are listed with what became of them', async () => {
    const preview = await uploaded();
    const html = await shown(`${preview}/blocks`);
    expect(html.match(/<td[^>]*data-label="Line">/gu)).toHaveLength(8);
    expect(html).toContain('Action 2: rating');
    const doubtful = await shown(`${preview}/blocks?show=doubtful`);
    expect(doubtful).toContain('GREEN/GREEN');
    expect(doubtful).not.toContain('Open a garden');
    expect(await shown(`${preview}/blocks?show=nonsense&page=99`)).toContain('8 blocks');
  });
});

describe('recording an upload', () => {
  it('given what was previewed, then all of it is recorded, by whom and how', async () => {
    const preview = await uploaded();
    const facts = Number(
      /(\d+)<\/span> <span[^>]*>facts to record/u.exec(await shown(preview))?.[1],
    );
    const came = await record(preview);
    const sha256 = createHash('sha256').update(paper).digest('hex');
    expect(toOf(came)).toBe(`/plans/lantern/documents/${sha256}`);
    const events = await eventsOf();
    expect(events).toHaveLength(facts);
    events.forEach((event) => {
      expect(event).toMatchObject({
        channel: 'document',
        effectiveOn: '2026-03-31',
        recordedBy: { party: stage.keeper.party, verified: true },
      });
    });
  });

  it('given that it was put right by hand, then its record says where, and of which file', async () => {
    const preview = await uploaded();
    await fix(preview, 'GREEN/GREEN', { what: 'rating', words: 'GREEN/GREEN', rating: 'Green' });
    await fix(preview, 'Play Forum', { what: 'leave' });
    const came = await record(preview);
    const imported = (await eventsOf()).find(({ type }) => type === 'DocumentImported');
    const corrected = paper.replace('GREEN/GREEN', 'Green').replace('Notes: Play Forum update', '');
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(imported).toMatchObject({
      data: { name: 'plan (corrected).txt', document: sha256(corrected) },
      why:
        'Put right by hand in 2 places before it was imported. Line 6: “GREEN/GREEN” became “Green”. ' +
        `Line 12: “Notes: Play Forum update” left out. It was sent as plan.txt, SHA-256 ${sha256(paper)}.`,
    });
    const others = (await eventsOf()).filter(({ type }) => type !== 'DocumentImported');
    expect(others.every(({ why }) => why === undefined)).toBe(true);
    // Both texts can be had again.
    const html = await shown(toOf(came));
    const files = [...html.matchAll(/href="([^"]*\/file)"/gu)].map(([, href = '']) => href);
    const texts = await Promise.all(
      files.map((href) => textOf(href.replace(/\/file$/u, ''), 'file')),
    );
    expect(texts).toEqual([corrected, paper]);
  });

  it('given that it is sent twice, then it is recorded once', async () => {
    const preview = await uploaded();
    const page = await stage.manager.get(preview);
    const form = formIn(page._tag === 'Page' ? page.html : '', 'change');
    const first = await stage.manager.post(preview, form);
    const { length } = await eventsOf();
    const second = await stage.manager.post(preview, form);
    expect(toOf(second)).toBe(toOf(first));
    expect(noticeOf(second)).toBe(noticeOf(first));
    expect(await eventsOf()).toHaveLength(length);
  });

  it('given the same document for the same date again, then there is nothing to record', async () => {
    await record(await uploaded());
    const again = toOf(
      await stage.upload(
        '/plans/lantern/import',
        { name: 'plan.txt', bytes: paper },
        { on: '31/3/2026' },
      ),
    );
    const html = await shown(again);
    expect(html).toContain('Nothing: the plan says all of it already');
    expect(html).not.toContain('Record this import');
    // What was recorded as it was is not doubtful again.
    expect(html).not.toContain('Doubtful places');
  });

  it('given a text that is no plan, then it is not recorded, whatever is sent', async () => {
    const refused = await stage.upload(
      '/imports/new',
      { name: 'minutes.txt', bytes: 'Minutes\n' },
      { on: '31/3/2026', plan: 'lantern' },
    );
    const preview = /href="(\/plans\/lantern\/imports\/[\w-]+)"/u.exec(htmlOf(refused))?.[1] ?? '';
    expect(await shown(preview)).toContain('No action was found in minutes.txt');
    const came = await stage.manager.post(preview, { seen: 'x', basedOn: '1' });
    expect(came).toMatchObject({ _tag: 'Page', status: 422 });
    expect(await eventsOf()).toEqual([]);
  });
});

describe('a plan that changed since the preview', () => {
  const april = paper
    .replace('GREEN/GREEN', 'RED')
    .replace('Open a garden', 'Open a garden on the quay');

  const rate = async (ref: string, rating: 'Red' | 'Green', on: string): Promise<void> => {
    rightOf(
      await changeAction(stage.desk)({
        plan: must(PlanId)('lantern'),
        ref,
        author: () =>
          TE.right({
            by: stage.keeper.party,
            effectiveOn: must(LocalDate)(on),
            channel: 'web',
          }),
        make: rateOrder(must(Rating)(rating)),
      })(),
    );
  };

  const nextVersion = async (): Promise<string> =>
    toOf(
      await stage.upload(
        '/plans/lantern/import',
        { name: 'april.txt', bytes: april },
        { on: '30/4/2026' },
      ),
    );

  it('given what people said since the document before, then that it would be taken back, and by whom it was said', async () => {
    await record(await uploaded());
    await rate('1', 'Green', '2026-04-15');
    const html = await shown(await nextVersion());
    expect(html).toContain('Taken back of what people said');
    expect(html).toContain('Rhoda Keeper, since 15 April 2026');
    expect(html).toContain('href="#taken-back"');
  });

  it('given a change that makes it do otherwise, then it is previewed again with who changed what', async () => {
    await record(await uploaded());
    const preview = await nextVersion();
    const page = await stage.manager.get(preview);
    const form = formIn(page._tag === 'Page' ? page.html : '', 'change');
    await rate('1', 'Green', '2026-04-15');
    const { length } = await eventsOf();
    const came = await stage.manager.post(preview, form);
    expect(came).toMatchObject({ _tag: 'Page', status: 409 });
    expect(htmlOf(came)).toContain('The plan has changed since you looked.');
    expect(htmlOf(came)).toContain('Action 1: Not rated → Green by Rhoda Keeper on 15 April 2026');
    expect(await eventsOf()).toHaveLength(length);
    // Seen as it is now, it is recorded.
    const now = formIn(came._tag === 'Page' ? came.html : '', 'change');
    expect(toOf(await stage.manager.post(preview, now))).toMatch(/^\/plans\/lantern\/documents\//u);
  });

  it('given a change that it has nothing to do with, then it is recorded as it was seen', async () => {
    await record(await uploaded());
    const preview = await nextVersion();
    const page = await stage.manager.get(preview);
    await rate('2', 'Red', '2026-05-15');
    const form = formIn(page._tag === 'Page' ? page.html : '', 'change');
    expect(toOf(await stage.manager.post(preview, form))).toMatch(
      /^\/plans\/lantern\/documents\//u,
    );
  });

  it('given a log that cannot be read, then that is said, and nothing else', async () => {
    const preview = await uploaded();
    const failing = { _tag: 'Unavailable', message: 'the disk is gone' } as const;
    const broken = {
      ...stage.desk,
      views: { ...stage.desk.views, catchUp: () => TE.left(failing) },
    };
    const keeper = visitorAs(stage.keeper);
    expect(await browserOf(broken, importRoutes, keeper).get(preview)).toEqual({
      _tag: 'Failed',
      failure: storage(failing),
    });
  });
});
