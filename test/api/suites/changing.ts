import { must } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { expect, it } from 'vitest';
import type { ManagedApi } from '../kit/managed-api.ts';
import type { Answered } from '../kit/served-api.ts';

const Events = t.type({ events: t.array(t.UnknownRecord), ordinal: t.number });

/** How changes are asked for, made safe, and refused. */
export const changingSuite = (api: () => ManagedApi): void => {
  const send = (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
    token = api().manager,
  ): Promise<Answered> => api().ask(method, `/api/v1${path}`, { token, body, headers });

  /** A new action of the plan of the harbour, that no other test knows. */
  const newAction = async (ref: string): Promise<string> => {
    await api().change('POST', '/plans/harbour/actions', {
      ref,
      title: `Do ${ref}`,
      effectiveOn: '2026-01-01',
    });
    return `/plans/harbour/actions/${ref}`;
  };

  it('given a change, then it is recorded by whom the token acts for, proved, by the channel of the API', async () => {
    const action = await newAction('c1');
    const changed = await send('PUT', `${action}/rating`, {
      rating: 'Amber',
      effectiveOn: '2026-06-29',
      why: 'No site yet',
      onWordOf: 'A. Manager',
    });
    expect(changed.status).toBe(200);
    expect(changed.json).toMatchObject({
      plan: 'harbour',
      ref: 'c1',
      events: [
        {
          type: 'RatingChanged',
          effectiveOn: '2026-06-29',
          why: 'No site yet',
          recordedBy: { verified: true },
          channel: 'api',
          data: { action: 'c1', rating: 'Amber' },
        },
      ],
      changes: [{ field: 'rating', from: 'Not rated', to: 'Amber', by: 'A. Manager' }],
    });
  });

  it('given what the plan says already, then it is accepted, and nothing new', async () => {
    const action = await newAction('c2');
    await send('PUT', `${action}/rating`, { rating: 'Red' });
    const again = await send('PUT', `${action}/rating`, { rating: 'Red' });
    expect([again.status, must(Events)(again.json).events]).toEqual([200, []]);
  });

  it('given a renumbered action, then the path and subjects name it by the ref that it has now', async () => {
    await newAction('c3');
    await api().change('POST', '/plans/harbour/renumbering', {
      renumbered: [{ action: 'c3', ref: 'c33', label: 'c33' }],
    });
    const rated = await send('PUT', '/plans/harbour/actions/c33/rating', { rating: 'Green' });
    expect(rated.json).toMatchObject({ ref: 'c33', events: [{ data: { action: 'c3' } }] });
    const target = await send('POST', '/plans/harbour/targets', {
      target: 't3',
      words: 'All of it',
      under: 'action:c33',
    });
    expect(target.json).toMatchObject({ events: [{ data: { under: 'action:c3' } }] });
  });

  it('given the same key twice, then it answers as the first time and writes once; with something else it is refused', async () => {
    const action = await newAction('c4');
    const key = { 'idempotency-key': 'once-c4' };
    const first = await send('POST', `${action}/notes`, { text: 'Begun' }, key);
    const between = await send('PUT', `${action}/rating`, { rating: 'Red' });
    const second = await send('POST', `${action}/notes`, { text: 'Begun' }, key);
    expect(must(Events)(second.json).events).toEqual(must(Events)(first.json).events);
    expect(api().head()).toBe(must(Events)(between.json).ordinal);
    const other = await send('POST', `${action}/notes`, { text: 'Begun again' }, key);
    expect([other.status, other.json]).toMatchObject([
      422,
      { type: '/api/problems#idempotency-key-reused' },
    ]);
  });

  it('given the same key by somebody else, then it is their own', async () => {
    const action = await newAction('c5');
    const key = { 'idempotency-key': 'once-c5' };
    const other = await api().tokenFor({ role: 'manager' });
    const [first, second] = [
      await send('POST', `${action}/notes`, { text: 'One' }, key),
      await send('POST', `${action}/notes`, { text: 'Two' }, key, other),
    ];
    expect([first.status, second.status]).toEqual([200, 200]);
  });

  it('given an ETag, then the same answer is 304, and another once the thing was changed', async () => {
    const action = await newAction('c6');
    const got = await send('GET', action);
    const tag = got.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"\d+-[0-9a-f]{16}"$/u);
    const same = await send('GET', action, undefined, { 'if-none-match': tag });
    expect([same.status, same.text]).toEqual([304, '']);
    await newAction('c7');
    expect((await send('GET', action, undefined, { 'if-none-match': tag })).status).toBe(304);
    await send('PUT', `${action}/rating`, { rating: 'Red' });
    expect((await send('GET', action, undefined, { 'if-none-match': tag })).status).toBe(200);
  });

  it('given If-Match, then a change of what was changed since is refused, and of what was not is not', async () => {
    const [one, other] = [await newAction('c8'), await newAction('c9')];
    const tag = (await send('GET', one)).headers.get('etag') ?? '';
    await send('PUT', `${other}/rating`, { rating: 'Red' });
    const key = { 'idempotency-key': 'once-c8' };
    const rated = await send(
      'PUT',
      `${one}/rating`,
      { rating: 'Red' },
      { 'if-match': tag, ...key },
    );
    expect(rated.status).toBe(200);
    const late = await send('PUT', `${one}/title`, { title: 'Other' }, { 'if-match': tag });
    expect([late.status, late.json]).toMatchObject([412, { type: '/api/problems#changed-since' }]);
    const again = await send(
      'PUT',
      `${one}/rating`,
      { rating: 'Red' },
      { 'if-match': tag, ...key },
    );
    expect(must(Events)(again.json).events).toEqual(must(Events)(rated.json).events);
  });

  it('given the ordinal that was looked at, then a change of the same field since is told with who and what', async () => {
    const action = await newAction('c10');
    const basedOn = api().head();
    await send('PUT', `${action}/rating`, { rating: 'Red' });
    const late = await send('PUT', `${action}/rating`, { rating: 'Green', basedOn });
    expect([late.status, late.json]).toMatchObject([
      409,
      {
        type: '/api/problems#conflict',
        changed: { subject: 'action c10', field: 'rating', value: 'Red', by: 'A. Manager' },
        errors: [{ pointer: '/rating' }],
      },
    ]);
    expect((await send('PUT', `${action}/title`, { title: 'New', basedOn })).status).toBe(200);
  });

  it.each([
    ['PUT', '/plans/harbour/actions/1/rating', { rating: 'Purple' }, 422, { pointer: '/rating' }],
    ['PUT', '/plans/harbour/actions/1/rating', { rating: 7 }, 400, { pointer: '/rating' }],
    ['PUT', '/plans/harbour/actions/1/rating', {}, 400, { pointer: '/rating' }],
    [
      'PUT',
      '/plans/harbour/actions/1/rating',
      { rating: 'Red', efectiveOn: '2026-01-01' },
      400,
      { pointer: '/efectiveOn' },
    ],
    [
      'PUT',
      '/plans/harbour/actions/1/timescale',
      { timescale: { asWritten: 'May', latest: 'May' } },
      400,
      { pointer: '/timescale/latest' },
    ],
    [
      'PUT',
      '/plans/harbour/actions/1/timescale',
      { timescale: { asWritten: 'x', earliest: '2026-05-02', latest: '2026-05-01' } },
      422,
      { pointer: '/timescale' },
    ],
    [
      'PUT',
      '/plans/harbour/actions/1/rating',
      { rating: 'Red', onWordOf: 'Nobody at all' },
      400,
      { pointer: '/onWordOf' },
    ],
    [
      'POST',
      '/plans/harbour/actions/1/requests',
      { of: ['p-unheard-of'] },
      400,
      { pointer: '/of' },
    ],
    ['PUT', '/plans/harbour/actions/99/rating', { rating: 'Red' }, 404, { parameter: 'ref' }],
    ['PUT', '/plans/nowhere/title', { title: 'x' }, 404, { parameter: 'plan' }],
    ['POST', '/plans/harbour/actions', { ref: '1', title: 'x' }, 422, { pointer: '/ref' }],
    [
      'POST',
      '/plans/harbour/actions',
      { ref: '77', title: 'x', under: { priority: '9' } },
      404,
      { pointer: '/under/priority' },
    ],
    [
      'POST',
      '/plans/harbour/renumbering',
      { renumbered: [{ action: '99', ref: '98', label: '98' }] },
      404,
      { pointer: '/renumbered' },
    ],
    [
      'POST',
      '/plans/harbour/targets',
      { words: 'All of it', under: 'action:99' },
      404,
      { pointer: '/under' },
    ],
    [
      'PUT',
      '/plans/harbour/period',
      { period: { asWritten: 'x', earliest: '2026-05-02', latest: '2026-05-01' } },
      422,
      { pointer: '/period' },
    ],
    ['PUT', '/plans/harbour/results/9', { title: 'x' }, 404, { parameter: 'result' }],
    ['DELETE', '/plans/harbour/glossary/CAF', undefined, 404, { parameter: 'term' }],
    [
      'DELETE',
      '/plans/harbour/items/action:1/cross-references/l-1',
      undefined,
      404,
      { parameter: 'link' },
    ],
    [
      'PUT',
      '/plans/harbour/actions/1/owners/p-unheard-of',
      { role: 'lead' },
      404,
      { parameter: 'party' },
    ],
    [
      'PUT',
      '/plans/harbour/actions/1/rating?dryRun=true',
      { rating: 'Red' },
      400,
      { parameter: 'dryRun' },
    ],
    [
      'DELETE',
      '/plans/harbour/actions/1/rating?effectiveOn=yesterday',
      undefined,
      400,
      { parameter: 'effectiveOn' },
    ],
    ['DELETE', '/plans/harbour/actions/1/rating', { why: 'By mistake' }, 400, { pointer: '' }],
    ['GET', '/plans/harbour?asof=2020-01-01', undefined, 400, { parameter: 'asof' }],
    ['GET', '/plans/harbour?knownAt=soon', undefined, 400, { parameter: 'knownAt' }],
    ['GET', '/plans/Harbour!', undefined, 404, { parameter: 'plan' }],
  ])(
    'given %s %s with %j, then it is %d, and points at what is wrong',
    async (method, path, body, status, place) => {
      const before = api().head();
      const answered = await send(method, path, body);
      expect([answered.status, answered.json]).toMatchObject([status, { errors: [place] }]);
      expect(answered.headers.get('content-type')).toContain('application/problem+json');
      expect(api().head()).toBe(before);
    },
  );

  it('given a date before the plan began, then it says since when it is there', async () => {
    const { status, json } = await send('GET', '/plans/harbour?asOf=2025-12-31');
    expect([status, json]).toMatchObject([404, { firstOn: '2026-01-01' }]);
  });

  it('given what is no JSON, then it is not taken', async () => {
    const xml = await send('PUT', '/plans/harbour/title', '<title/>', {
      'content-type': 'application/xml',
    });
    const form = await send('PUT', '/plans/harbour/title', 'title=x', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([xml.status, form.status]).toEqual([415, 415]);
  });

  it('given a reader, then they may ask and change nothing; nobody may nothing', async () => {
    const reader = await api().tokenFor({ role: 'reader', plan: api().plan('harbour') });
    const may = async (method: string, path: string, body?: unknown): Promise<number> =>
      (await send(method, path, body, {}, reader)).status;
    expect(await may('GET', '/plans/harbour')).toBe(200);
    expect(await may('GET', '/plans/vale')).toBe(403);
    expect(await may('GET', '/plans/harbour/audit-trail')).toBe(403);
    expect(await may('PUT', '/plans/harbour/title', { title: 'Mine' })).toBe(403);
    expect(await may('POST', '/parties', { kind: 'person', name: 'X' })).toBe(403);
    const nobody = await api().ask('GET', '/api/v1/plans');
    expect(nobody.status).toBe(401);
    expect(nobody.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('given a reader of one plan, then lists hold nothing of another', async () => {
    const reader = await api().tokenFor({ role: 'reader', plan: api().plan('vale') });
    const plans = await send('GET', '/plans', undefined, {}, reader);
    expect(plans.json).toMatchObject([{ id: 'vale' }]);
    const owed = await send('GET', '/owed', undefined, {}, reader);
    const Owed = t.array(t.type({ plan: t.string }));
    expect(new Set(must(Owed)(owed.json).map(({ plan }) => plan))).toEqual(new Set(['vale']));
  });

  it('given a history by pages, then each begins where the one before ended, and they are the whole', async () => {
    const whole = await send('GET', '/plans/vale/history');
    const read = async (path: string): Promise<ReadonlyArray<unknown>> => {
      const answered = await api().ask('GET', path, { token: api().manager });
      const next = /<(.+?)>; rel="next"/u.exec(answered.headers.get('link') ?? '')?.[1];
      const lines = must(t.array(t.unknown))(answered.json);
      return [...lines, ...(next === undefined ? [] : await read(next))];
    };
    expect(await read('/api/v1/plans/vale/history?limit=3')).toEqual(whole.json);
  });

  it('given an account and a token that are made, then their secrets are told once, and they are known by their ids', async () => {
    const administrator = await api().tokenFor({ role: 'administrator' });
    const act = (method: string, path: string, body?: unknown, key = '') =>
      send(method, path, body, key === '' ? {} : { 'idempotency-key': key }, administrator);
    const { party } = must(t.type({ party: t.string }))(
      (await act('POST', '/parties', { kind: 'person', name: 'M. Reed' })).json,
    );
    const asked = { party, signInName: 'm.reed', roles: [{ role: 'reader' }] };
    const Opened = t.type({ account: t.string, password: t.union([t.string, t.null]) });
    const first = must(Opened)((await act('POST', '/accounts', asked, 'reed')).json);
    expect(first.password).not.toBeNull();
    const again = must(Opened)((await act('POST', '/accounts', asked, 'reed')).json);
    expect(again).toEqual({ ...again, account: first.account, password: null });
    const renewed = await act('POST', `/accounts/${first.account}/password`, {});
    expect(must(Opened)(renewed.json).password).not.toBe(first.password);
    await act('POST', `/accounts/${first.account}/roles`, { role: 'manager', plan: 'vale' });
    await act('DELETE', `/accounts/${first.account}/roles?role=reader`);
    await act('POST', `/accounts/${first.account}/closure`, { why: 'Left' });
    const accounts = await act('GET', '/accounts');
    expect(accounts.json).toMatchObject([
      {
        id: first.account,
        signInName: 'm.reed',
        open: false,
        grants: [{ role: 'manager', plan: 'vale' }],
      },
    ]);
    const closed = await act('POST', `/accounts/${first.account}/password`, {});
    expect(closed.status).toBe(422);
    const trail = await act('GET', `/audit-trail?subject=account:m.reed`);
    const Sentences = t.type({ rows: t.array(t.type({ sentence: t.string })) });
    expect(
      must(Sentences)(trail.json).rows.map(({ sentence }) => sentence.split(' by ')[0]),
    ).toEqual([
      'Account “m.reed” of M. Reed: Opened',
      'Account “m.reed” of M. Reed: Given the role reader on every plan',
      'Account “m.reed” of M. Reed: Given a new password',
      'Account “m.reed” of M. Reed: Given the role manager on the plan vale',
      'Account “m.reed” of M. Reed: Role reader on every plan taken away',
      'Account “m.reed” of M. Reed: Closed',
    ]);
    expect(await send('GET', '/audit-trail?subject=account:m.reed')).toMatchObject({
      status: 400,
      json: { errors: [{ parameter: 'subject' }] },
    });
    const Issued = t.type({ id: t.string, token: t.string });
    const issued = await act('POST', '/tokens', { name: 'Screen', role: 'reader', plan: 'vale' });
    const { token } = must(Issued)(issued.json);
    expect((await api().ask('GET', '/api/v1/plans/vale', { token })).status).toBe(200);
    expect((await api().ask('GET', '/api/v1/plans/harbour', { token })).status).toBe(403);
  });
};
