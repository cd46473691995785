import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accountsAnswer,
  carryOut,
  circumstancesOf,
  openAccount,
  partyNamed,
  type Said,
  streamOf,
  tokensAnswer,
  type Writable,
} from '@trackrecord/application';
import { PlanId, RegisterPlan, type RoleOnPlan, decidePlan, Text } from '@trackrecord/domain';
import { Instant } from '@trackrecord/kernel';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { Registry } from 'prom-client';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import { fieldsOf } from '../http/fields.ts';
import type { Reply } from '../http/reply.ts';
import type { Route } from '../http/route.ts';
import { openServerStore } from '../store/open-server-store.ts';
import { accessParts } from './access-parts.ts';
import { accessRoutes } from './access-routes.ts';
import { isForged } from './csrf.ts';
import { keptFormText } from './kept-form.ts';
import { mayAsk } from './may-ask.ts';
import { hashPassword } from './passwords.ts';
import { testDesk } from '../testing/test-desk.ts';
import { visitorOf } from './visitor-of.ts';

const at = (time: string) => must(Instant)(`2026-06-30T${time}.000Z`);
const harbour = must(PlanId)('harbour');
const secretPassword = 'kettle meadow oboe';
/** Made once: each takes as long as it is meant to. */
const hashOfSecret = hashPassword(secretPassword);
const otherPassword = 'lantern piano gravel';

const configuration: Desk['configuration'] = {
  host: '127.0.0.1',
  port: 3000,
  publicUrl: new URL('https://plans.example'),
  trustedProxies: 0,
  session: { idle_h: 1, whole_h: 3 },
  sample: false,
  maxLag_seconds: 60,
  smtp: undefined,
  linkKey: undefined,
  logLevel: 'silent',
};

type Stage = Readonly<{
  desk: Desk;
  setTime: (time: string) => void;
  accessed: ReadonlyArray<string>;
}>;

/** An empty log with one plan, and a clock that is set by hand. */
const stage = async (
  more: Partial<Desk['configuration']> = {},
  file = ':memory:',
): Promise<Stage> => {
  const memory = await memoryTrackrecord();
  const state = { now: at('09:00:00') };
  const data: Writable = { ...memory, clock: { ...memory.clock, now: () => state.now } };
  const store = rightOf(await openServerStore({ file, clock: data.clock })());
  const accessed: string[] = [];
  const desk: Desk = {
    ...(await testDesk(data)),
    ...accessParts({ ...data, store }, [
      { signInName: 'manager', password: 'harbour-and-vale', name: 'R T', tries: 'keeps plans' },
    ]),
    store,
    configuration: { ...configuration, ...more },
    assets: new Map(),
    node: { readiness: () => ({ ready: true, state: {} }), metrics: new Registry() },
    tail: () => undefined,
    pause: () => Promise.resolve(),
    webhooks: { mayCall: () => TE.right(null), ring: () => undefined },
    stopping: new AbortController().signal,
    noteAccess: ({ what }) => {
      accessed.push(what);
    },
    noteDefect: () => undefined,
  };
  const setTime = (time: string): void => {
    state.now = at(time);
  };
  return { desk, setTime, accessed };
};

const said = (by: Said['by'], desk: Desk): Said => ({
  by,
  effectiveOn: desk.clock.today('Europe/London'),
  channel: 'command line',
});

/** Registers the plan and opens an account with a password, as the command line does. */
const withAccount = async (desk: Desk, signInName: string, role: RoleOnPlan): Promise<string> => {
  const today = desk.clock.today('Europe/London');
  const by = rightOf(
    await partyNamed(desk)({ name: `${signInName} Reed`, kind: 'person' }, today)(),
  );
  const circumstances = circumstancesOf(desk, said(by, desk));
  const title = must(Text)('Harbour Children’s Plan');
  await carryOut(desk)({
    stream: streamOf('plan', harbour),
    decide: decidePlan,
    circumstances,
    steps: () =>
      E.right([{ order: RegisterPlan.of({ plan: harbour, title, timeZone: 'Europe/London' }) }]),
  })();
  const { account } = rightOf(
    await openAccount(desk)({ party: by, signInName, roles: [role] }, said(by, desk))(),
  );
  await desk.store.passwords.set(account, await hashOfSecret)();
  return account;
};

type Asked = Readonly<{
  query?: Readonly<Record<string, string>>;
  form?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
}>;

type Came =
  | Readonly<{
      _tag: 'Page';
      status: number;
      title: string;
      html: string;
      errors: ReadonlyArray<string>;
    }>
  | Readonly<{ _tag: 'Redirect'; to: string }>
  | Readonly<{ _tag: 'Refused'; why: string }>;

const matches = (pattern: string, path: string): Record<string, string> | undefined => {
  const [parts, given] = [pattern.split('/'), path.split('/')];
  if (parts.length !== given.length) return undefined;
  const named = parts.map((part, index) => [part, given[index] ?? ''] as const);
  return named.every(([part, one]) => part.startsWith(':') || part === one)
    ? Object.fromEntries(
        named.filter(([part]) => part.startsWith(':')).map(([part, one]) => [part.slice(1), one]),
      )
    : undefined;
};

const routeFor = (method: string, path: string): readonly [Route, Record<string, string>] => {
  for (const route of accessRoutes) {
    const params = matches(route.path, path);
    if (route.method === method && params !== undefined) return [route, params];
  }
  throw new Error(`no route for ${method} ${path}`);
};

/** What a browser does with routes: keeps cookies, sends back what forms hold, follows nothing by itself. */
const browser = (desk: Desk, address = '203.0.113.7') => {
  const cookies = new Map<string, string>();
  const state = { token: '' };

  const keep = (reply: Reply): void => {
    (reply.cookies ?? []).forEach(({ name, value, maxAge_s }) => {
      if (maxAge_s === 0) cookies.delete(name);
      else cookies.set(name, value);
    });
  };

  const come = (reply: Reply): Came => {
    if (reply._tag === 'Redirect') return { _tag: 'Redirect', to: reply.to };
    if (reply._tag !== 'Page') throw new Error(`a page was due: ${reply._tag}`);
    const { title, content, errors = [] } = reply.page;
    state.token = /name="_csrf" value="([^"]*)"/u.exec(content)?.[1] ?? '';
    return {
      _tag: 'Page',
      status: reply.status,
      title,
      html: content,
      errors: errors.map(({ field, message }) => `${field}: ${message}`),
    };
  };

  const ask = async (method: string, path: string, asked: Asked): Promise<Came> => {
    const [route, params] = routeFor(method, path);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers: Readonly<Record<string, string>> = { cookie, ...asked.headers };
    const header = (name: string): string | undefined => headers[name];
    const visitor = rightOf(await visitorOf(desk)(route, { get: header })());
    const may = await mayAsk(desk)(route, visitor, params)();
    if (E.isLeft(may)) return { _tag: 'Refused', why: may.left._tag };
    const exchange: Exchange = {
      id: 'r-1',
      method,
      path,
      params,
      query: fieldsOf(Object.entries(asked.query ?? {})),
      form: fieldsOf(Object.entries(asked.form ?? {})),
      files: [],
      body: undefined,
      header,
      visitor,
      address,
      gone: new AbortController().signal,
    };
    if (await isForged(desk)(route, exchange)) return { _tag: 'Refused', why: 'Forged' };
    const replied = await route.answer(desk)(exchange)();
    if (E.isLeft(replied)) return { _tag: 'Refused', why: replied.left._tag };
    keep(replied.right);
    return come(replied.right);
  };

  return {
    cookies,
    get: (path: string, query: Readonly<Record<string, string>> = {}) =>
      ask('GET', path, { query }),
    /** Sends a form with the token of the page that was looked at last. */
    post: (
      path: string,
      form: Readonly<Record<string, string>> = {},
      headers: Readonly<Record<string, string>> = {},
    ) => ask('POST', path, { form: { _csrf: state.token, ...form }, headers }),
    forge: (path: string, form: Readonly<Record<string, string>> = {}) =>
      ask('POST', path, { form }),
  };
};

type Browser = ReturnType<typeof browser>;

const signIn = async (
  who: Browser,
  signInName: string,
  password = secretPassword,
  next = '',
): Promise<Came> => {
  await who.get('/sign-in', next === '' ? {} : { next });
  return who.post('/sign-in', { signInName, password, next });
};

/** What browsers say of what is sent from a page to its own site. */
const fromHere = { 'sec-fetch-site': 'same-origin' };

const redirectTo = (to: string): Came => ({ _tag: 'Redirect', to });
const html = (came: Came): string => (came._tag === 'Page' ? came.html : JSON.stringify(came));
const errors = (came: Came): ReadonlyArray<string> => (came._tag === 'Page' ? came.errors : []);
const shownSecret = (came: Came): string =>
  /app-once__secret">([^<]*)</u.exec(html(came))?.[1] ?? '';

describe('signing in and out', () => {
  let desk: Desk;
  let setTime: (time: string) => void;
  beforeEach(async () => {
    ({ desk, setTime } = await stage());
    await withAccount(desk, 'rhoda', { role: 'administrator' });
  });

  it('given a name in any case and its password, then they are in, with a session of their own', async () => {
    const rhoda = browser(desk);
    expect(await signIn(rhoda, ' Rhoda ')).toEqual(redirectTo('/'));
    expect([...rhoda.cookies.keys()]).toContain('__Host-trackrecord');
    expect(html(await rhoda.get('/account'))).toContain('rhoda Reed');
  });

  it('given a form that they had filled in, then it is offered once they are in, and taken with its new mark', async () => {
    const rhoda = browser(desk);
    const kept = keptFormText({ to: '/account/sign-out-everywhere', fields: [['note', '<b>']] });
    const send = async (password: string): Promise<Came> => {
      await rhoda.get('/sign-in');
      return rhoda.post('/sign-in', { signInName: 'rhoda', password, kept }, fromHere);
    };
    expect(html(await send('wrong'))).toContain('name="kept" value="{&quot;to&quot;');
    const offered = await send(secretPassword);
    expect(offered).toMatchObject({ _tag: 'Page', status: 200, title: 'Nothing is recorded yet' });
    expect(html(offered)).toContain('name="note" value="&lt;b&gt;"');
    expect(await rhoda.post('/account/sign-out-everywhere')).toMatchObject({ _tag: 'Redirect' });
  });

  it('given a form from another site, or one that leads there, then nothing of it is offered', async () => {
    const rhoda = browser(desk);
    const kept = (to: string) => keptFormText({ to, fields: [['note', 'x']] });
    const form = { signInName: 'rhoda', password: secretPassword };
    await rhoda.get('/sign-in');
    expect(await rhoda.post('/sign-in', { ...form, kept: kept('/account') })).toEqual(
      redirectTo('/'),
    );
    const other = browser(desk);
    await other.get('/sign-in');
    const away = kept('https://elsewhere.example/');
    expect(await other.post('/sign-in', { ...form, kept: away }, fromHere)).toEqual(
      redirectTo('/'),
    );
  });

  it('given where they wanted to go, then they come to it, signed in already too', async () => {
    const rhoda = browser(desk);
    expect(await signIn(rhoda, 'rhoda', secretPassword, '/plans/harbour?asOf=2026-01-01')).toEqual(
      redirectTo('/plans/harbour?asOf=2026-01-01'),
    );
    expect(await rhoda.get('/sign-in', { next: '/owed' })).toEqual(redirectTo('/owed'));
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example'])(
    'given that %s is where they wanted to go, then they come to the front page',
    async (next) => {
      const rhoda = browser(desk);
      expect(await signIn(rhoda, 'rhoda', secretPassword, next)).toEqual(redirectTo('/'));
      expect(await rhoda.get('/sign-in', { next })).toEqual(redirectTo('/'));
    },
  );

  it('given a wrong password, an unknown name or a closed account, then one answer for all, and the name kept', async () => {
    const rhoda = browser(desk);
    const wrong = await signIn(rhoda, 'rhoda', otherPassword);
    expect(errors(wrong)).toEqual(['signInName: The sign-in name or the password is not right.']);
    expect(html(wrong)).toContain('value="rhoda"');
    expect(html(wrong)).not.toContain(otherPassword);
    expect(errors(await signIn(rhoda, 'nobody'))).toEqual(errors(wrong));
    expect([...rhoda.cookies.keys()]).not.toContain('__Host-trackrecord');
  });

  it('given nothing typed, then each field says so', async () => {
    expect(errors(await signIn(browser(desk), '', ''))).toEqual([
      'signInName: Enter your sign-in name.',
      'password: Enter your password.',
    ]);
  });

  it('given five failures, then it is told when to try again', async () => {
    const rhoda = browser(desk);
    for (let tries = 0; tries < 5; tries += 1) await signIn(rhoda, 'rhoda', otherPassword);
    const closed = await signIn(rhoda, 'rhoda');
    expect(closed).toMatchObject({ _tag: 'Page', status: 429 });
    expect(errors(closed)[0]).toContain('Try again in 1 minute.');
    setTime('09:01:00');
    expect(await signIn(rhoda, 'rhoda')).toEqual(redirectTo('/'));
  });

  it('given a form that was not ours, then it is refused', async () => {
    const rhoda = browser(desk);
    await rhoda.get('/sign-in');
    expect(
      await rhoda.forge('/sign-in', { signInName: 'rhoda', password: secretPassword }),
    ).toEqual({ _tag: 'Refused', why: 'Forged' });
  });

  it('given that they sign out, then what the browser held is worth nothing', async () => {
    const rhoda = browser(desk);
    await signIn(rhoda, 'rhoda');
    const held = new Map(rhoda.cookies);
    await rhoda.get('/account');
    expect(await rhoda.post('/sign-out')).toEqual(redirectTo('/sign-in'));
    held.forEach((value, name) => rhoda.cookies.set(name, value));
    expect(await rhoda.get('/account')).toEqual({ _tag: 'Refused', why: 'NotAuthorised' });
  });

  it('given that they sign in again, then the session is another one, and the old one is over', async () => {
    const rhoda = browser(desk);
    await signIn(rhoda, 'rhoda');
    const first = rhoda.cookies.get('__Host-trackrecord') ?? '';
    const thief = browser(desk);
    thief.cookies.set('__Host-trackrecord', first);
    await rhoda.get('/account');
    await rhoda.post('/sign-out');
    await signIn(rhoda, 'rhoda');
    expect(rhoda.cookies.get('__Host-trackrecord')).not.toBe(first);
    expect(await thief.get('/account')).toEqual({ _tag: 'Refused', why: 'NotAuthorised' });
  });

  it('given an hour without a visit, then the session is over; visits put that off, up to three hours', async () => {
    const [idle, busy] = [browser(desk), browser(desk)];
    await signIn(idle, 'rhoda');
    await signIn(busy, 'rhoda');
    for (const time of ['09:50:00', '10:40:00', '11:30:00']) {
      setTime(time);
      expect(await busy.get('/account')).toMatchObject({ _tag: 'Page' });
    }
    expect(await idle.get('/account')).toMatchObject({ _tag: 'Refused' });
    setTime('11:59:59');
    expect(await busy.get('/account')).toMatchObject({ _tag: 'Page' });
    setTime('12:00:00');
    expect(await busy.get('/account')).toMatchObject({ _tag: 'Refused' });
  });

  it('given no sample, then no password is on the page; given one, then its accounts are listed', async () => {
    expect(html(await browser(desk).get('/sign-in'))).not.toContain('harbour-and-vale');
    const sample = await stage({ sample: true });
    expect(html(await browser(sample.desk).get('/sign-in'))).toContain('harbour-and-vale');
  });
});

const eventsOf = async (desk: Desk) =>
  rightOf(await desk.log.readAll(undefined, 100)()).map(({ event }) => event);

/** What is recorded of passwords: how each came about, and by which channel. */
const renewals = async (desk: Desk) =>
  (await eventsOf(desk)).flatMap((event) =>
    event.type === 'PasswordRenewed' ? [[event.data.how, event.channel]] : [],
  );

describe('the first administrator', () => {
  const filled = (desk: Desk) => ({
    code: desk.setupCode,
    name: 'Rhoda Tansley',
    signInName: 'rhoda',
    password: secretPassword,
    passwordAgain: secretPassword,
  });

  it('given the code that was printed, then they are made, signed in, and the page is gone', async () => {
    const { desk } = await stage();
    const rhoda = browser(desk);
    expect(html(await rhoda.get('/sign-in'))).toContain('/first-administrator');
    await rhoda.get('/first-administrator');
    const code = ` ${desk.setupCode.toUpperCase().replaceAll('-', ' ')}`;
    expect(await rhoda.post('/first-administrator', { ...filled(desk), code })).toEqual(
      redirectTo('/administration'),
    );
    expect(html(await rhoda.get('/administration'))).toContain('Administrator');
    expect(await rhoda.get('/first-administrator')).toEqual({ _tag: 'Refused', why: 'Missing' });
    expect(html(await browser(desk).get('/sign-in'))).not.toContain('/first-administrator');
    const [account] = rightOf(accountsAnswer(desk));
    const recorded = await eventsOf(desk);
    expect(recorded.map(({ type, channel }) => [type, channel])).toEqual([
      ['PartyRegistered', 'web'],
      ['AccountOpened', 'web'],
      ['RoleGranted', 'web'],
    ]);
    expect(account).toMatchObject({
      signInName: 'rhoda',
      party: { name: 'Rhoda Tansley' },
      grants: [{ role: 'administrator', plan: null }],
    });
  });

  it.each([
    ['another code', { code: 'aaaa-bbbb-cccc' }, 'code: This is not the setup code.'],
    ['no code', { code: '' }, 'code: Enter the setup code.'],
    ['no name', { name: ' ' }, 'name: Enter your name.'],
    ['no sign-in name', { signInName: '' }, 'signInName: Enter a sign-in name.'],
    ['a sign-in name with a blank', { signInName: 'r t' }, 'signInName: "r t" is no name'],
    ['a short password', { password: 'short' }, 'password: A password needs at least 12'],
    [
      'their name as a password',
      { password: 'Rhoda Tansley' },
      'password: This password is little',
    ],
    ['two passwords', { passwordAgain: otherPassword }, 'passwordAgain: The two passwords'],
  ])('given %s, then the field says so, and nobody is made', async (_what, changed, message) => {
    const { desk } = await stage();
    const rhoda = browser(desk);
    await rhoda.get('/first-administrator');
    const again = await rhoda.post('/first-administrator', { ...filled(desk), ...changed });
    expect(errors(again)[0]).toContain(message);
    expect(html(again)).not.toContain(secretPassword);
    expect(rightOf(accountsAnswer(desk))).toEqual([]);
    expect(rightOf(desk.views.listStreams('party'))).toEqual([]);
  });

  it('given an empty form, then every field that is needed says so at once', async () => {
    const { desk } = await stage();
    const rhoda = browser(desk);
    await rhoda.get('/first-administrator');
    expect(errors(await rhoda.post('/first-administrator'))).toEqual([
      'code: Enter the setup code.',
      'name: Enter your name.',
      'signInName: Enter a sign-in name.',
      'password: Enter a password.',
    ]);
  });

  it('given two starts of a server, then their codes differ', async () => {
    const [one, two] = [await stage(), await stage()];
    expect(one.desk.setupCode).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/u);
    expect(one.desk.setupCode).not.toBe(two.desk.setupCode);
  });
});

describe('one’s own account', () => {
  let desk: Desk;
  beforeEach(async () => {
    ({ desk } = await stage());
    await withAccount(desk, 'rhoda', { role: 'manager', plan: harbour });
  });

  it('given somebody who is signed in, then they see what they may do, by the plan’s name', async () => {
    const rhoda = browser(desk);
    await signIn(rhoda, 'rhoda');
    expect(html(await rhoda.get('/account'))).toContain('Manager of Harbour Children’s Plan');
  });

  it('given a new password, then it counts, and they are signed in here alone', async () => {
    const [here, there] = [browser(desk), browser(desk)];
    await signIn(here, 'rhoda');
    await signIn(there, 'rhoda');
    expect(html(await here.get('/account'))).toContain('signed in with 2 browsers');
    expect(
      await here.post('/account/password', {
        password: secretPassword,
        newPassword: otherPassword,
        newPasswordAgain: otherPassword,
      }),
    ).toEqual(redirectTo('/account'));
    expect(html(await here.get('/account'))).toContain('this browser alone');
    expect(await there.get('/account')).toMatchObject({ _tag: 'Refused' });
    expect(errors(await signIn(there, 'rhoda'))).toHaveLength(1);
    expect(await signIn(there, 'rhoda', otherPassword)).toEqual(redirectTo('/'));
    expect(await renewals(desk)).toEqual([['chosen', 'web']]);
  });

  it.each([
    ['another current password', { password: otherPassword }, 'password: This is not the password'],
    ['a short new one', { newPassword: 'short' }, 'newPassword: A password needs at least 12'],
    ['two new ones', { newPasswordAgain: 'x' }, 'newPasswordAgain: The two passwords'],
  ])(
    'given %s, then the field says so, and nothing is changed',
    async (_what, changed, message) => {
      const rhoda = browser(desk);
      await signIn(rhoda, 'rhoda');
      await rhoda.get('/account');
      const again = await rhoda.post('/account/password', {
        password: secretPassword,
        newPassword: otherPassword,
        newPasswordAgain: otherPassword,
        ...changed,
      });
      expect(errors(again)[0]).toContain(message);
      expect(await signIn(browser(desk), 'rhoda')).toEqual(redirectTo('/'));
    },
  );

  it('given that they sign out everywhere, then they are signed in nowhere', async () => {
    const [here, there] = [browser(desk), browser(desk)];
    await signIn(here, 'rhoda');
    await signIn(there, 'rhoda');
    await here.get('/account');
    expect(await here.post('/account/sign-out-everywhere')).toEqual(redirectTo('/sign-in'));
    expect(await here.get('/account')).toMatchObject({ _tag: 'Refused' });
    expect(await there.get('/account')).toMatchObject({ _tag: 'Refused' });
  });

  it('given somebody who is no administrator, then the administration is not for them', async () => {
    const rhoda = browser(desk);
    await signIn(rhoda, 'rhoda');
    for (const path of [
      '/administration',
      '/administration/accounts/new',
      '/administration/tokens',
    ])
      expect(await rhoda.get(path)).toEqual({ _tag: 'Refused', why: 'NotAuthorised' });
  });
});

describe('the administration of accounts', () => {
  let desk: Desk;
  let accessed: ReadonlyArray<string>;
  let admin: Browser;
  let own: string;
  beforeEach(async () => {
    ({ desk, accessed } = await stage());
    own = await withAccount(desk, 'rhoda', { role: 'administrator' });
    admin = browser(desk);
    await signIn(admin, 'rhoda');
  });

  const nuala = { name: 'Nuala Finch', signInName: 'nuala', role: 'owner', plan: 'harbour' };

  const openNuala = async (): Promise<Readonly<{ href: string; password: string }>> => {
    await admin.get('/administration/accounts/new');
    const opened = await admin.post('/administration/accounts/new', nuala);
    const href = opened._tag === 'Redirect' ? opened.to : '';
    return { href, password: shownSecret(await admin.get(href)) };
  };

  it('given a new person, then their password is shown once, and lets them in', async () => {
    const { href, password } = await openNuala();
    expect(password).toMatch(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/u);
    expect(shownSecret(await admin.get(href))).toBe('');
    expect(accessed).toContain(`account ${href.split('/').at(-1) ?? ''}`);
    expect(await signIn(browser(desk), 'nuala', password)).toEqual(redirectTo('/'));
    expect(html(await admin.get('/administration'))).toContain('Owner of Harbour Children’s Plan');
  });

  it('given who recorded it, then it is the administrator, proved by the channel', async () => {
    const { href } = await openNuala();
    const stream = streamOf('access', href.split('/').at(-1) ?? '');
    const [first] = rightOf(await desk.log.readStream(stream, { direction: 'forwards' })());
    expect(first?.event).toMatchObject({ channel: 'web', recordedBy: { verified: true } });
  });

  it.each([
    ['no name', { name: '' }, 'name: Enter their name.'],
    ['no sign-in name', { signInName: '' }, 'signInName: Enter a sign-in name.'],
    ['a sign-in name that is taken', { signInName: 'RHODA' }, 'signInName: "rhoda" is taken'],
    ['no role', { role: '' }, 'role: Choose a role.'],
    ['a role that there is not', { role: 'king' }, 'role: Choose a role.'],
    ['a plan that there is not', { plan: 'moor' }, 'plan: There is no plan "moor"'],
    ['no plan’s name', { plan: '../x' }, 'plan: "../x" is no plan'],
    ['an administrator of one plan', { role: 'administrator' }, 'plan: The role administrator'],
  ])(
    'given %s, then the field says so, what was typed is kept, and nobody is registered',
    async (_what, changed, message) => {
      await admin.get('/administration/accounts/new');
      const before = rightOf(desk.views.listStreams('party')).length;
      const again = await admin.post('/administration/accounts/new', { ...nuala, ...changed });
      expect(errors(again)[0]).toContain(message);
      if (!('name' in changed)) expect(html(again)).toContain('value="Nuala Finch"');
      expect(rightOf(accountsAnswer(desk))).toHaveLength(1);
      expect(rightOf(desk.views.listStreams('party'))).toHaveLength(before);
    },
  );

  it('given a role that is given and taken away, then the page shows what they have', async () => {
    const { href } = await openNuala();
    await admin.get(href);
    await admin.post(`${href}/grant`, { role: 'auditor', plan: '' });
    expect(html(await admin.get(href))).toContain('Auditor of every plan');
    await admin.post(`${href}/revoke`, { role: 'owner', plan: 'harbour' });
    expect(html(await admin.get(href))).not.toContain('Owner of Harbour');
    expect(errors(await admin.post(`${href}/grant`, { plan: '' }))).toEqual([
      'role: Choose a role.',
    ]);
  });

  it('given an account that is closed, then they are out at once; opened again, with a new password', async () => {
    const { href, password } = await openNuala();
    const person = browser(desk);
    await signIn(person, 'nuala', password);
    await admin.get(href);
    expect(await admin.post(`${href}/close`, { why: 'Has left' })).toEqual(redirectTo(href));
    expect(await person.get('/account')).toMatchObject({ _tag: 'Refused' });
    expect(errors(await signIn(person, 'nuala', password))).toHaveLength(1);
    await admin.get(href);
    await admin.post(`${href}/reopen`);
    const again = shownSecret(await admin.get(href));
    expect(again).not.toBe(password);
    expect(errors(await signIn(person, 'nuala', password))).toHaveLength(1);
    expect(await signIn(person, 'nuala', again)).toEqual(redirectTo('/'));
  });

  it('given a new password, then the old one and its sessions are over', async () => {
    const { href, password } = await openNuala();
    const person = browser(desk);
    await signIn(person, 'nuala', password);
    await admin.get(href);
    await admin.post(`${href}/password`);
    const made = shownSecret(await admin.get(href));
    expect(await person.get('/account')).toMatchObject({ _tag: 'Refused' });
    expect(await signIn(person, 'nuala', made)).toEqual(redirectTo('/'));
    expect(await renewals(desk)).toEqual([['given', 'web']]);
    expect(JSON.stringify(await eventsOf(desk))).not.toContain(made);
  });

  it('given the only administrator, then they can neither be closed nor lose the role', async () => {
    const href = `/administration/accounts/${own}`;
    await admin.get(href);
    expect(errors(await admin.post(`${href}/close`))[0]).toContain(
      'This is the only administrator',
    );
    expect(errors(await admin.post(`${href}/revoke`, { role: 'administrator' }))[0]).toContain(
      'This is the only administrator',
    );
    expect(errors(await admin.post(`${href}/password`))[0]).toContain('This is your own account');
  });

  it('given an account that there is not, then it is missing', async () => {
    expect(await admin.get('/administration/accounts/a-nobody')).toEqual({
      _tag: 'Refused',
      why: 'Missing',
    });
  });
});

describe('the administration of tokens', () => {
  let desk: Desk;
  let setTime: (time: string) => void;
  let admin: Browser;
  beforeEach(async () => {
    ({ desk, setTime } = await stage());
    await withAccount(desk, 'rhoda', { role: 'administrator' });
    admin = browser(desk);
    await signIn(admin, 'rhoda');
  });

  const make = async (form: Readonly<Record<string, string>>): Promise<string> => {
    await admin.get('/administration/tokens/new');
    await admin.post('/administration/tokens/new', form);
    return shownSecret(await admin.get('/administration/tokens'));
  };

  const visitorWith = async (audience: Route['audience'], token: string) =>
    rightOf(
      await visitorOf(desk)(
        { audience },
        {
          get: (name) => (name === 'authorization' ? `Bearer ${token}` : undefined),
        },
      )(),
    );

  it('given a token, then it is shown once, and lets programs in, but never to pages', async () => {
    const token = await make({ name: 'Figures', role: 'auditor', plan: 'harbour' });
    expect(token).toMatch(/^trk_/u);
    expect(shownSecret(await admin.get('/administration/tokens'))).toBe('');
    expect(await visitorWith('programs', token)).toMatchObject({
      _tag: 'Known',
      session: '',
      principal: { name: 'rhoda Reed', grants: [{ role: 'auditor', plan: 'harbour' }] },
    });
    expect(await visitorWith('people', token)).toEqual({ _tag: 'Nobody' });
    expect(await visitorWith('machines', token)).toEqual({ _tag: 'Nobody' });
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`;
    expect(await visitorWith('programs', other)).toEqual({ _tag: 'Nobody' });
  });

  it('given its uses, then the last one is told, to the minute', async () => {
    const token = await make({ name: 'Figures', role: 'reader' });
    expect(html(await admin.get('/administration/tokens'))).toContain('Never');
    await visitorWith('programs', token);
    setTime('09:00:59');
    await visitorWith('programs', token);
    const [listed] = rightOf(tokensAnswer(desk));
    const lastUse = async () => rightOf(await desk.store.tokens.lastUse(listed?.id ?? '')());
    expect(await lastUse()).toBe(at('09:00:00'));
    setTime('09:01:00');
    await visitorWith('programs', token);
    expect(await lastUse()).toBe(at('09:01:00'));
    // Clocks in London show an hour more in June.
    expect(html(await admin.get('/administration/tokens'))).toContain('10:01am');
  });

  it('given a good session beside a token that is not good, then it is nobody’s request', async () => {
    const cookie = `__Host-trackrecord=${admin.cookies.get('__Host-trackrecord') ?? ''}`;
    const headers: Readonly<Record<string, string>> = {
      cookie,
      authorization: `Bearer trk_a-1_${'A'.repeat(43)}`,
    };
    const asking = { get: (name: string) => headers[name] };
    expect(rightOf(await visitorOf(desk)({ audience: 'programs' }, asking)())).toEqual({
      _tag: 'Nobody',
    });
  });

  it('given a token that is revoked, then it lets nobody in', async () => {
    const token = await make({ name: 'Figures', role: 'reader' });
    const [listed] = rightOf(tokensAnswer(desk));
    await admin.get('/administration/tokens');
    await admin.post(`/administration/tokens/${listed?.id ?? ''}/revoke`);
    expect(await visitorWith('programs', token)).toEqual({ _tag: 'Nobody' });
    expect(html(await admin.get('/administration/tokens'))).toContain('Revoked 30 Jun 2026');
  });

  it.each([
    ['no name', { role: 'reader' }, 'name: Enter what the token is called.'],
    ['no role', { name: 'x' }, 'role: Choose a role.'],
    [
      'nobody known to act for',
      { name: 'x', role: 'reader', for: 'No One' },
      'for: Nobody is known',
    ],
    [
      'a plan that there is not',
      { name: 'x', role: 'reader', plan: 'moor' },
      'plan: There is no plan',
    ],
  ])('given %s, then the field says so, and no token is made', async (_what, form, message) => {
    await admin.get('/administration/tokens/new');
    expect(errors(await admin.post('/administration/tokens/new', form))[0]).toContain(message);
    expect(rightOf(tokensAnswer(desk))).toEqual([]);
  });
});

describe('what is secret', () => {
  const made = mkdtempSync(join(tmpdir(), 'trackrecord-secrets-'));
  afterAll(() => {
    rmSync(made, { recursive: true });
  });

  it('given passwords, sessions and tokens, then no file and no event holds any of them', async () => {
    const { desk } = await stage({}, join(made, 'server.db'));
    await withAccount(desk, 'rhoda', { role: 'administrator' });
    const admin = browser(desk);
    await signIn(admin, 'rhoda');
    await admin.get('/administration/accounts/new');
    await admin.post('/administration/accounts/new', {
      name: 'Nuala Finch',
      signInName: 'nuala',
      role: 'owner',
    });
    const opened = rightOf(accountsAnswer(desk)).find(({ signInName }) => signInName === 'nuala');
    const password = shownSecret(await admin.get(`/administration/accounts/${opened?.id ?? ''}`));
    await admin.get('/administration/tokens/new');
    await admin.post('/administration/tokens/new', { name: 'Figures', role: 'reader' });
    const token = shownSecret(await admin.get('/administration/tokens'));
    const session = admin.cookies.get('__Host-trackrecord') ?? '';
    const secrets = [secretPassword, password, token, token.slice(-43), session];
    expect(secrets.filter((secret) => secret.length < 12)).toEqual([]);

    const files = readdirSync(made).map((name) => readFileSync(join(made, name), 'latin1'));
    expect(files.length).toBeGreaterThan(0);
    const events = JSON.stringify(rightOf(await desk.log.readAll(undefined, 1000)()));
    expect(events).toContain('nuala');
    for (const text of [...files, events])
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    desk.store.close();
  });
});
