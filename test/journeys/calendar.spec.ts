import * as t from 'io-ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { serve, type Serving } from './kit/serving.ts';
import { signIn } from './kit/signed-in.ts';

const now = '2026-01-15T10:00:00.000Z';

/** What a calendar that was written is unfolded to: section 3.1 of RFC 5545. */
const linesOf = (text: string): ReadonlyArray<string> => text.replaceAll('\r\n ', '').split('\r\n');

const uidsIn = (text: string): ReadonlyArray<string> =>
  linesOf(text)
    .filter((line) => line.startsWith('UID:'))
    .map((line) => line.slice(4));

const Parties = t.readonlyArray(
  t.type({ id: t.string, name: t.string, leads: t.readonlyArray(t.string) }),
);
const Created = t.type({ token: t.string });
const Calendar = t.type({ name: t.string, entries: t.readonlyArray(t.type({ uid: t.string })) });

describe('the calendars of the sample', () => {
  const desk: Desk = setUpDesk();
  let server: Serving;

  beforeAll(async () => {
    server = await serve(desk, now, '--sample');
    desk.setNow(now);
  });

  afterAll(async () => {
    await server.stop();
  });

  const addressIn = (html: string): string =>
    /app-once__secret">http:\/\/localhost(?::\d+)?(\/calendar\/[\w-]{43}\.ics)</u.exec(html)?.[1] ??
    '';

  const addressFor = async (role: string, form: string, page: string): Promise<string> => {
    const person = await signIn(server.url, role);
    expect((await person.post(form, {})).status).toBe(303);
    return `${server.url}${addressIn(await (await person.get(page)).text())}`;
  };

  const ofHarbour = (role: string) =>
    addressFor(role, '/plans/harbour/calendar', '/plans/harbour/calendar');

  it('given an address that was made on the plan’s page, then a program gets it without signing in, whole or its head', async () => {
    const address = await ofHarbour('reader');
    const answer = await fetch(address);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toMatch(/^private\b/u);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(uidsIn(text).length).toBeGreaterThan(5);
    const head = await fetch(address, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['content-type', 'etag', 'last-modified', 'cache-control'])
      expect([name, head.headers.get(name)]).toEqual([name, answer.headers.get(name)]);
    for (const method of ['GET', 'HEAD']) {
      const again = await fetch(address, {
        method,
        headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
      });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    // Nothing is done by whoever has it but to read.
    expect((await fetch(address, { method: 'POST' })).status).toBe(404);
  });

  it('given an address that was made anew, or is none, then programs are told that there is nothing', async () => {
    const first = await ofHarbour('owner');
    const second = await ofHarbour('owner');
    expect((await fetch(second)).status).toBe(200);
    for (const gone of [first, `${server.url}/calendar/none.ics`, `${server.url}/calendar`]) {
      const answer = await fetch(gone, { redirect: 'manual' });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.text()).not.toContain('Harbour');
    }
  });

  it('given the calendar of what an owner answers for, then it is among the plan’s dates', async () => {
    const own = await (
      await fetch(await addressFor('owner', '/account/calendar', '/account'))
    ).text();
    const all = await (await fetch(await ofHarbour('owner'))).text();
    expect(uidsIn(own).length).toBeGreaterThan(0);
    expect(uidsIn(own).length).toBeLessThan(uidsIn(all).length);
    expect(uidsIn(own).filter((uid) => !uidsIn(all).includes(uid))).toEqual([]);
  });

  it('given the address, the API and the command line, then one calendar, to the byte', async () => {
    const { token } = await desk.json(
      Created,
      ...['token', 'create', '--name', 'Screen', '--role', 'reader', '--by', 'Ada Clerk'],
    );
    const asked = async (path: string): Promise<string> => {
      const answer = await fetch(`${server.url}/api/v1${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/calendar; charset=utf-8',
      ]);
      return answer.text();
    };
    const publicUrl = ['--public-url', 'http://localhost:0'];
    const file = desk.file('plan.ics', 'an older one');
    await desk.done('calendar', 'harbour', '--out', file, ...publicUrl);
    const written = readFileSync(file, 'utf8');
    expect(written).toBe(await asked('/plans/harbour/calendar'));
    expect(written).toBe(await (await fetch(await ofHarbour('manager'))).text());
    expect(await desk.done('calendar', 'harbour', ...publicUrl)).toBe(written);
    const [someone] = (await desk.json(Parties, 'parties', 'harbour')).filter(
      ({ leads }) => leads.length > 0,
    );
    if (someone === undefined) throw new Error('somebody leads something');
    expect(await desk.done('calendar', '--party', someone.name, ...publicUrl)).toBe(
      await asked(`/parties/${someone.id}/calendar`),
    );
  });

  it('given no address of a server, then the entries lead nowhere; as JSON they are told one by one', async () => {
    const text = await desk.done('calendar', 'harbour');
    expect(linesOf(text).filter((line) => line.startsWith('URL:'))).toEqual([]);
    const { name, entries } = await desk.json(Calendar, 'calendar', 'harbour');
    expect(linesOf(text)).toContain(`X-WR-CALNAME:${name}`);
    expect(entries.map(({ uid }) => uid)).toEqual(uidsIn(text));
  });

  it.each([
    [['calendar'], 2, 'either a plan, or --party'],
    [['calendar', 'harbour', '--party', 'Somebody'], 2, 'either a plan, or --party'],
    [['calendar', '--party', 'Nobody Known'], 3, 'Nobody is known as "Nobody Known"'],
    [['calendar', 'vale-of-nothing'], 3, 'vale-of-nothing'],
    [['calendar', 'harbour', '--public-url', 'plans'], 2, '--public-url'],
    [['calendar', 'harbour', '--out', '/nowhere/at/all.ics'], 3, 'There is no directory'],
  ])('given %j, then it ends with %i and says why', async (argv, code, words) => {
    const ran = await desk.run(...argv);
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(words)]);
    expect(existsSync(join(desk.data, 'all.ics'))).toBe(false);
  });
});
