import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpDesk } from './kit/desk.ts';
import { serve, type Serving } from './kit/serving.ts';
import { signIn, stranger } from './kit/signed-in.ts';

const now = '2026-01-15T10:00:00.000Z';

const form = '/plans/harbour/actions/9/note';
const filled = {
  text: 'An hour’s work,\r\nin two lines',
  effectiveOn: '15/1/2026',
  basedOn: '400',
  form: '01920000-0000-7000-8000-000000000009',
};
const fromHere = { 'sec-fetch-site': 'same-origin' };

/** The fields of a page's last form, as a browser would send them. */
const fieldsIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.slice(html.lastIndexOf('<form')).matchAll(/name="([^"]+)" value="([^"]*)"/gu)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

describe('a form that could not be taken when it was sent', () => {
  const desk = setUpDesk();
  let server: Serving;

  beforeAll(async () => {
    server = await serve(desk, now, '--sample');
  });

  afterAll(async () => {
    await server.stop();
  });

  const noteStands = async (): Promise<boolean> => {
    const manager = await signIn(server.url, 'manager');
    return (await (await manager.get('/plans/harbour/actions/9')).text()).includes(
      'An hour’s work',
    );
  };

  it('given a mark of another session, then it is offered with a new one, and nothing is recorded until it is sent', async () => {
    const manager = await signIn(server.url, 'manager');
    const old = await manager.send('POST', form, { ...filled, _csrf: 'old' }, fromHere);
    expect(old.status).toBe(403);
    const html = await old.text();
    expect(html).toContain('Nothing is recorded yet');
    expect(await noteStands()).toBe(false);
    const sent = await manager.send('POST', form, fieldsIn(html), fromHere);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/plans/harbour/actions/9']);
    expect(await noteStands()).toBe(true);
  });

  it('given nobody who is signed in any more, then they sign in, and what they filled in goes with them', async () => {
    const asked = stranger(server.url);
    const first = await asked.send('POST', form, { ...filled, _csrf: 'old' }, fromHere);
    expect(first.status).toBe(403);
    const fields = fieldsIn(await first.text());
    expect(fields['kept']).toContain('An hour’s work');
    const kept = (fields['kept'] ?? '').replaceAll('&quot;', '"');
    const credentials = { signInName: 'manager', password: 'harbour-and-vale' };
    const signedIn = await asked.send(
      'POST',
      '/sign-in',
      { ...fields, ...credentials, kept },
      fromHere,
    );
    expect(signedIn.status).toBe(200);
    const sent = await asked.send('POST', form, fieldsIn(await signedIn.text()), fromHere);
    expect(sent.status).toBe(303);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['an old browser, which does not say', {}],
  ])('given the same from %s, then nothing of it is shown', async (_where, headers) => {
    const manager = await signIn(server.url, 'manager');
    const refused = await manager.send('POST', form, { ...filled, _csrf: 'old' }, headers);
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain('An hour’s work');
    const asked = await stranger(server.url).send('POST', form, filled, headers);
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in']);
  });
});
