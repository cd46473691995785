import { exampleTemplate } from '@trackrecord/papers';
import { anAction, aPlan, holding, memoryTrackrecord, must } from '@trackrecord/test-kit';
import { AccessId, PartyId, SignInName } from '@trackrecord/domain';
import type { Principal } from '@trackrecord/application';
import { beforeEach, describe, expect, it } from 'vitest';
import { savePaper } from '../pages/plan/save-paper.ts';
import { type Came, browserOf, visitorAs } from '../testing/test-browser.ts';
import { testDesk } from '../testing/test-desk.ts';
import { templateRoutes } from './template-routes.ts';

const somebody: Principal = {
  party: must(PartyId)('p-9'),
  name: 'Rhoda Tansley',
  grants: [{ role: 'administrator', plan: null }],
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-9'),
    signInName: must(SignInName)('rhoda'),
  },
};

const here = '/administration/paper-template';

const htmlOf = (came: Came): string => (came._tag === 'Page' ? came.html : JSON.stringify(came));

const errorsOf = (came: Came): ReadonlyArray<string> =>
  came._tag === 'Page' ? came.errors.map(({ field, message }) => `${field}: ${message}`) : [];

const bodyOf = (came: Came): Buffer => {
  if (came._tag !== 'Other' || came.reply._tag !== 'Body') throw new Error(JSON.stringify(came));
  return Buffer.from(came.reply.body);
};

const headerOf = (came: Came, name: string): string | undefined =>
  came._tag === 'Other' ? came.reply.headers?.[name] : undefined;

describe('the look of papers', () => {
  const at: { browser?: ReturnType<typeof browserOf> } = {};

  const browser = (): ReturnType<typeof browserOf> => {
    if (at.browser === undefined) throw new Error('there is no browser before the specs');
    return at.browser;
  };

  beforeEach(async () => {
    const data = await holding(['plan-harbour', aPlan], ['plan-harbour', anAction('27')]);
    const desk = await testDesk({ ...(await memoryTrackrecord()), ...data });
    at.browser = browserOf(desk, [...templateRoutes, savePaper], visitorAs(somebody));
  });

  const send = async (name: string, bytes: Uint8Array, tooLarge_bytes?: number): Promise<Came> =>
    browser().post(here, await browser().open(here), [
      { name, bytes, ...(tooLarge_bytes === undefined ? {} : { tooLarge_bytes }) },
    ]);

  const paper = (kind: string): Promise<Came> => browser().get(`/plans/harbour/papers/${kind}`);

  it('given no template, then papers have a plain look, and the page says so', async () => {
    expect(htmlOf(await browser().get(here))).toContain('papers have a plain look');
    expect(await browser().get(`${here}/file`)).toMatchObject({ _tag: 'Failed' });
  });

  it('given the example, when it is kept, then it is told, and had again to the byte', async () => {
    const bytes = bodyOf(await browser().get(`${here}/example`));
    expect(await send('ours.docx', bytes)).toMatchObject({ _tag: 'Redirect', to: here });
    expect(htmlOf(await browser().get(here))).toContain('ours.docx');
    expect(bodyOf(await browser().get(`${here}/file`)).equals(bytes)).toBe(true);
  });

  it.each(['docx', 'pdf'])(
    'given a template, when a paper is had as %s, then it has its look, unless the plain one is asked for, and another tag',
    async (kind) => {
      const before = await paper(kind);
      await send('ours.docx', await exampleTemplate());
      const after = await paper(kind);
      expect(bodyOf(after).equals(bodyOf(before))).toBe(false);
      expect(headerOf(after, 'etag')).not.toBe(headerOf(before, 'etag'));
      expect(bodyOf(await paper(`${kind}?look=plain`)).equals(bodyOf(before))).toBe(true);
      await browser().post(`${here}/remove`, await browser().open(here));
      expect(bodyOf(await paper(kind)).equals(bodyOf(before))).toBe(true);
    },
  );

  it('given a template, then what has no look is as it was', async () => {
    const before = bodyOf(await paper('md'));
    await send('ours.docx', await exampleTemplate());
    expect(bodyOf(await paper('md')).equals(before)).toBe(true);
  });

  it('given a file that is none, then it says why, and the one before it stays', async () => {
    await send('ours.docx', await exampleTemplate());
    for (const [name, bytes, why] of [
      ['plan.txt', Buffer.from('Our cover'), 'The template is no Word document'],
      ['paper.docx', bodyOf(await paper('docx?look=plain')), 'does not say where the paper goes'],
    ] as const) {
      expect(errorsOf(await send(name, bytes))).toEqual([
        expect.stringContaining(`template: The template`),
      ]);
      expect(errorsOf(await send(name, bytes))[0]).toContain(why);
    }
    expect(errorsOf(await send('huge.docx', new Uint8Array(), 6_000_000))[0]).toContain(
      'too large',
    );
    expect(errorsOf(await browser().post(here, await browser().open(here)))).toEqual([
      'template: Choose the template: a Word document.',
    ]);
    expect(htmlOf(await browser().get(here))).toContain('ours.docx');
  });

  it('given a look that there is none of, then it is refused by name', async () => {
    const came = await paper('docx?look=festive');
    expect(came).toMatchObject({ _tag: 'Failed', failure: { field: 'look' } });
    expect(JSON.stringify(came)).toContain('house and plain');
  });
});
