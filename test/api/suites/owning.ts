import { partyNamed } from '@trackrecord/application';
import { PlanId, type RoleOnPlan } from '@trackrecord/domain';
import { must, rightOf } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { expect, it } from 'vitest';
import { readFeed } from '../kit/feed-reader.ts';
import type { ManagedApi } from '../kit/managed-api.ts';

const pairOf = (cookie: string): string => cookie.split(';')[0] ?? '';

/** Signs in as a browser does: the cookie of the session. */
const signedIn = async (url: string, signInName: string, password: string): Promise<string> => {
  const form = await fetch(`${url}/sign-in`);
  const token = /name="_csrf"[^>]*value="([^"]+)"/u.exec(await form.text())?.[1] ?? '';
  const answered = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: form.headers.getSetCookie().map(pairOf).join('; ') },
    body: new URLSearchParams({ _csrf: token, signInName, password }),
  });
  return answered.headers.getSetCookie().map(pairOf).join('; ');
};

/** What whoever has a role on one plan alone is kept from. */
export const owningSuite = (api: () => ManagedApi): void => {
  const vale = must(PlanId)('vale');

  const somebody = async (name: string, role: RoleOnPlan['role']) => {
    const { data, tokenFor } = api();
    const today = data.clock.today('Europe/London');
    const party = rightOf(await partyNamed(data)({ name, kind: 'person' }, today)());
    return { party, token: await tokenFor({ role, plan: vale }, party) };
  };

  const status = async (token: string, method: string, path: string, body?: unknown) =>
    (await api().ask(method, `/api/v1${path}`, { token, body })).status;

  const action = async (ref: string, owner?: string, effectiveOn = '2026-01-01'): Promise<void> => {
    await api().change('POST', '/plans/vale/actions', { ref, title: `Do ${ref}`, effectiveOn });
    if (owner !== undefined)
      await api().change('PUT', `/plans/vale/actions/${ref}/owners/${owner}`, { effectiveOn });
  };

  const renumber = (action: string, ref: string, effectiveOn: string) =>
    api().change('POST', '/plans/vale/renumbering', {
      renumbered: [{ action, ref, label: ref }],
      effectiveOn,
    });

  it('given a ref that meant another action on a date in the past, when an owner updates that, then it is refused', async () => {
    const { party, token } = await somebody('An Owner', 'owner');
    await action('w1', party);
    await action('w2');
    // Theirs is w2 from May on; until then w2 was somebody else's, which nothing is called now.
    await renumber('w2', 'w9', '2026-05-01');
    await renumber('w1', 'w2', '2026-05-01');
    const rate = (ref: string, effectiveOn: string) =>
      status(token, 'PUT', `/plans/vale/actions/${ref}/rating`, { rating: 'Red', effectiveOn });
    expect(await rate('w2', '2026-06-01')).toBe(200);
    expect(await rate('w2', '2026-04-01')).toBe(403);
    expect(await rate('w1', '2026-04-01')).toBe(200);
    expect(await rate('w9', '2026-06-01')).toBe(403);
  });

  it('given a ref that nothing has any more, when an owner updates what had it, then it is refused', async () => {
    const { token } = await somebody('Another Owner', 'owner');
    await action('w3');
    await renumber('w3', 'w4', '2026-05-01');
    const body = { text: 'Not mine', effectiveOn: '2026-04-01' };
    expect(await status(token, 'POST', '/plans/vale/actions/w3/notes', body)).toBe(403);
  });

  it('given a closed action of an owner whose ref another has by now, when they update that, then it is refused', async () => {
    const { party, token } = await somebody('A Former Owner', 'owner');
    await action('w5', party);
    await api().change('POST', '/plans/vale/actions/w5/closure', { effectiveOn: '2026-02-01' });
    await action('w5', undefined, '2026-02-02');
    expect(await status(token, 'POST', '/plans/vale/actions/w5/no-change', {})).toBe(403);
  });

  it('given an indicator that is another plan’s own, then a manager of one plan neither speaks of it nor sees its trail', async () => {
    const indicator = 'harbour--school-exclusions';
    const link = '/plans/harbour/indicators/harbour--school-exclusions/links/plan';
    await api().change('POST', '/plans/harbour/indicators', { title: 'School exclusions' });
    await api().change('PUT', link, {});
    const { token } = await somebody('A Manager of Vale', 'manager');
    const ask = (method: string, path: string, body?: unknown) => status(token, method, path, body);
    const own = `/plans/vale/indicators/${indicator}`;
    expect(await ask('PUT', `${own}/links/plan`, {})).toBe(404);
    expect(await ask('PUT', `${own}/baseline`, { baseline: { asWritten: '4' } })).toBe(404);
    const observed = { observed: { value: 4, period: '2025/26', status: 'final' } };
    expect(await ask('POST', `${own}/observations`, observed)).toBe(404);
    const trail = `audit-trail?subject=indicator:${indicator}`;
    expect(await ask('GET', `/plans/vale/${trail}`)).toBe(404);
    expect(await ask('GET', `/${trail}`)).toBe(404);
    // Whoever keeps both plans may: next year's plan goes on with it.
    expect((await api().change('PUT', `${own}/links/plan`, {})).events).toHaveLength(1);
  });

  it('given a reader of one plan, then the feed tells them of indicators with a code, and of their plan’s own', async () => {
    for (const [plan, indicator] of [
      ['harbour', { title: 'Feeling lonely' }],
      ['harbour', { title: 'Injured on the road', code: 'NI 901' }],
      ['vale', { title: 'Feeling lonely' }],
    ] as const)
      await api().change('POST', `/plans/${plan}/indicators`, indicator);
    const { token } = await somebody('A Reader', 'reader');
    const feed = await readFeed(`${api().url}/api/v1/feed?after=start`, token);
    const last = await api().change('PUT', '/plans/vale/title', { title: 'Vale, at last' });
    const Heard = t.type({ stream: t.string, ordinal: t.number });
    const streams = [];
    for (;;) {
      const { stream, ordinal } = must(Heard)((await feed.next()).data);
      streams.push(stream);
      if (ordinal >= last.ordinal) break;
    }
    await feed.close();
    expect(streams.filter((stream) => stream.startsWith('indicator-'))).toEqual([
      'indicator-ni-901',
      'indicator-vale--feeling-lonely',
    ]);
  });

  it('given an account without a role, then it is told of nobody', async () => {
    const administrator = await api().tokenFor({ role: 'administrator' });
    const { party } = await somebody('Nobody In Particular', 'reader');
    const opened = await api().ask('POST', '/api/v1/accounts', {
      token: administrator,
      body: { party, signInName: 'roleless', roles: [] },
    });
    const { password } = must(t.type({ password: t.string }))(opened.json);
    const cookie = await signedIn(api().url, 'roleless', password);
    for (const path of [
      '/parties',
      `/parties/${party}`,
      '/api/v1/parties',
      `/api/v1/parties/${party}`,
    ])
      expect((await fetch(`${api().url}${path}`, { headers: { cookie } })).status).toBe(403);
  });
};
