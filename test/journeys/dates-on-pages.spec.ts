import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpDesk } from './kit/desk.ts';
import { serve, type Serving } from './kit/serving.ts';
import { signIn, type SignedIn } from './kit/signed-in.ts';

const now = '2026-01-15T10:00:00.000Z';

/** Pages of the sample's plan; the plan begins on 31 March 2025. */
const ofPlan = [
  ...['', '/text', '/changes', '/owed', '/audit', '/rating-history', '/reviews', '/documents'],
  ...['/indicators', '/targets', '/actions/7', '/actions/7/rate', '/actions/new'],
  ...['/priorities/reword', '/targets/new', '/indicators/new', '/review', '/review/hold'],
].map((path) => `/plans/harbour${path}`);

/** Pages of no one plan: on any date they have something to say. */
const ofAll = ['/', '/owed', '/audit', '/parties', '/parties/new'];

const visible = (html: string): string => html.replaceAll(/<[^>]*>/gu, '').trim();

const summaryIn = (html: string): ReadonlyArray<string> => {
  const [, list = ''] = /govuk-error-summary__list">([\s\S]*?)<\/ul>/u.exec(html) ?? [];
  return [...list.matchAll(/<li>([\s\S]*?)<\/li>/gu)].map(([, item = '']) => visible(item));
};

const waysIn = (html: string): ReadonlyArray<string> => {
  const [, main = ''] = /<main\b[^>]*>([\s\S]*?)<\/main>/u.exec(html) ?? [];
  return [...main.matchAll(/href="([^"]*)"/gu)].map(([, href = '']) => href);
};

describe('dates that are asked of pages', () => {
  const desk = setUpDesk();
  let server: Serving;
  let person: SignedIn;

  beforeAll(async () => {
    server = await serve(desk, now, '--sample');
    person = await signIn(server.url, 'administrator');
  });

  afterAll(async () => {
    await server.stop();
  });

  const get = async (address: string): Promise<Readonly<{ status: number; html: string }>> => {
    const answer = await person.get(address);
    return { status: answer.status, html: await answer.text() };
  };

  it.each([...ofAll, ...ofPlan])(
    'given %s as of what is no date, then that is told once, and the page is of today',
    async (path) => {
      const { status, html } = await get(`${path}?asOf=rubbish`);
      expect(status).toBe(400);
      expect(summaryIn(html)).toEqual([
        'As of: “rubbish” is not a date that exists. Enter one such as 3/3/2026 or 2026-03-03.',
      ]);
      expect(html).toContain('<title>Error: ');
      expect(html).not.toContain('You are looking at');
    },
  );

  it.each(ofPlan)(
    'given %s before the plan began, then it says so, and offers the first date',
    async (path) => {
      const { status, html } = await get(`${path}?asOf=2025-03-30`);
      expect(status).toBe(404);
      expect(visible(html)).toContain('It begins on 31 March 2025');
      const ways = waysIn(html);
      expect(ways).toContain(`${path}?asOf=2025-03-31`);
      expect(ways).toContain(path);
      expect((await get(`${path}?asOf=2025-03-31`)).status).toBe(200);
    },
  );

  it.each(ofAll)('given %s before any plan began, then it answers', async (path) => {
    expect((await get(`${path}?asOf=1999-01-01`)).status).toBe(200);
  });

  it.each([
    ['/plans/nowhere', ['/']],
    ['/plans/nowhere/changes', ['/']],
    ['/plans/No+plan!/owed', ['/']],
    ['/plans/harbour/indicators/none', ['/plans/harbour']],
    ['/plans/harbour/documents/none', ['/plans/harbour']],
    ['/plans/harbour/targets/none/reword', ['/plans/harbour']],
    ['/plans/harbour/actions/999', ['/plans/harbour', '/plans/harbour/actions/7']],
    ['/plans/harbour/actions/999/rate', ['/plans/harbour', '/plans/harbour/actions/7']],
    ['/parties/p-nobody', ['/']],
    ['/nothing/here', ['/']],
  ])('given %s, which is not there, then the ways back are good', async (path, expected) => {
    const { status, html } = await get(path);
    expect(status).toBe(404);
    const ways = waysIn(html);
    for (const way of expected) expect(ways).toContain(way);
    for (const way of new Set(ways.filter((href) => href.startsWith('/')).slice(0, 5)))
      expect([way, (await get(way)).status]).toEqual([way, 200]);
  });
});
