import { Instant } from '@trackrecord/kernel';
import { must, rightOf } from '@trackrecord/test-kit';
import type { Principal } from '@trackrecord/application';
import { AccessId, PartyId, SignInName } from '@trackrecord/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '../http/exchange.ts';
import { fieldsOf, noFields } from '../http/fields.ts';
import { openServerStore } from '../store/open-server-store.ts';
import type { ServerStore } from '../store/server-store.ts';
import { csrfTokenFor, formMarkFor, isForged } from './csrf.ts';

const clock = { now: () => must(Instant)('2026-06-30T09:00:00.000Z') };
const route = {};

const principal: Principal = {
  party: must(PartyId)('p-1'),
  name: 'Rhoda Tansley',
  grants: [],
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-1'),
    signInName: must(SignInName)('rhoda'),
  },
};
const known = (session: string): Visitor => ({ _tag: 'Known', principal, session });
const nobody: Visitor = { _tag: 'Nobody' };

type Asked = Readonly<{
  visitor?: Visitor;
  method?: string;
  token?: string;
  headers?: Readonly<Record<string, string>>;
}>;

const asked = ({ visitor = known('s-1'), method = 'POST', token, headers = {} }: Asked) => ({
  visitor,
  method,
  header: (name: string) => headers[name],
  form: token === undefined ? noFields : fieldsOf([['_csrf', token]]),
});

describe('forms that another site sends', () => {
  let store: ServerStore;
  let other: ServerStore;
  beforeAll(async () => {
    store = rightOf(await openServerStore({ file: ':memory:', clock })());
    other = rightOf(await openServerStore({ file: ':memory:', clock })());
  });

  const desk = (publicUrl = 'https://plans.example') => ({
    store,
    configuration: { publicUrl: new URL(publicUrl) },
  });
  const tokenFor = async (session: string): Promise<string> =>
    (await csrfTokenFor(desk())(asked({ visitor: known(session) }))()) ?? '';
  const forged = (request: Asked, publicUrl?: string): Promise<boolean> =>
    isForged(desk(publicUrl))(route, asked(request));

  it('given the token of the session, in the form or as a header, then it is ours', async () => {
    const token = await tokenFor('s-1');
    expect(await forged({ token })).toBe(false);
    expect(await forged({ headers: { 'x-csrf-token': token } })).toBe(false);
  });

  it('given two pages of one session, then their tokens differ and both count', async () => {
    const [one, two] = [await tokenFor('s-1'), await tokenFor('s-1')];
    expect(one).not.toBe(two);
    expect([await forged({ token: one }), await forged({ token: two })]).toEqual([false, false]);
  });

  it('given no token, another session’s, another server’s or a changed one, then it is forged', async () => {
    const token = await tokenFor('s-1');
    const elsewhere = { ...desk(), store: other };
    const foreign = (await csrfTokenFor(elsewhere)(asked({}))()) ?? '';
    const [salt = '', signed = ''] = token.split('.');
    const bad = [
      '',
      'x',
      await tokenFor('s-2'),
      foreign,
      `${salt}x.${signed}`,
      `${salt}.${signed.slice(1)}`,
      `${salt}.${signed}.${signed}`,
      `.${signed}`,
      salt,
    ];
    expect(await forged({})).toBe(true);
    for (const one of bad) expect([one, await forged({ token: one })]).toEqual([one, true]);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'PROPFIND'])(
    'given the method %s without a token, then it is forged',
    async (method) => {
      expect(await forged({ method })).toBe(true);
    },
  );

  it.each(['GET', 'HEAD', 'OPTIONS'])('given %s, then nothing is asked', async (method) => {
    expect(await forged({ method, headers: { 'sec-fetch-site': 'cross-site' } })).toBe(false);
  });

  it('given a bearer’s token, then no form’s is asked: no browser sends one by itself', async () => {
    expect(await forged({ visitor: known('') })).toBe(false);
    expect(await csrfTokenFor(desk())(asked({ visitor: known('') }))()).toBeNull();
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, true],
    [{ 'sec-fetch-site': 'whatever' }, true],
    [{ origin: 'https://plans.example' }, false],
    [{ origin: 'http://plans.example' }, true],
    [{ origin: 'https://plans.example:8443' }, true],
    [{ origin: 'https://plans.example.evil.example' }, true],
    [{ origin: 'https://evil.example', host: 'evil.example' }, true],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    [{ origin: 'null' }, true],
  ])('given a good token and %j, then forged: %s', async (headers, expected) => {
    expect(await forged({ token: await tokenFor('s-1'), headers })).toBe(expected);
  });

  it.each([
    [{ origin: 'http://127.0.0.1:4444', host: '127.0.0.1:4444' }, false],
    [{ origin: 'http://[::1]:3000', host: '[::1]:3000' }, false],
    [{ origin: 'http://127.0.0.1:4444', host: 'localhost:3000' }, true],
    [{ origin: 'http://rebound.example:3000', host: 'rebound.example:3000' }, true],
  ])(
    'given a server of one machine, a good token and %j, then forged: %s',
    async (headers, expected) => {
      const token = await tokenFor('s-1');
      expect(await forged({ token, headers }, 'http://localhost:3000')).toBe(expected);
    },
  );

  it('given somebody who is not signed in, then the form to sign in is bound to a mark of its browser', async () => {
    const { token, cookies } = await formMarkFor(desk())(asked({ visitor: nobody }))();
    const [cookie] = cookies;
    expect(cookie?.name).toBe('__Host-trackrecord-form');
    const headers = { cookie: `a=b; ${cookie?.name ?? ''}=${cookie?.value ?? ''}` };
    expect(await forged({ visitor: nobody, token, headers })).toBe(false);
    expect(await forged({ visitor: nobody, token })).toBe(true);
    expect(await forged({ visitor: nobody, headers })).toBe(true);
    // Whoever gave the victim a mark of theirs would need the victim's own: another mark does not fit.
    const mine = await formMarkFor(desk())(asked({ visitor: nobody }))();
    expect(await forged({ visitor: nobody, token: mine.token, headers })).toBe(true);
  });

  it('given a browser that has a mark, then it keeps it: two forms may be open', async () => {
    const first = await formMarkFor(desk())(asked({ visitor: nobody }))();
    const [cookie] = first.cookies;
    const headers = { cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}` };
    const second = await formMarkFor(desk())(asked({ visitor: nobody, headers }))();
    expect(second.cookies).toEqual([]);
    expect(await forged({ visitor: nobody, token: first.token, headers })).toBe(false);
    expect(await forged({ visitor: nobody, token: second.token, headers })).toBe(false);
  });

  it('given plain http, then the mark has a name that http may set', async () => {
    const { cookies } = await formMarkFor(desk('http://localhost:3000'))(
      asked({ visitor: nobody }),
    )();
    expect(cookies.map(({ name }) => name)).toEqual(['trackrecord-form']);
  });
});
