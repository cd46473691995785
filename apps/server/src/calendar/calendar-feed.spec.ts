import {
  closeAccount,
  grantRole,
  openAccount,
  principalOfAccount,
  revokeRole,
  type Said,
} from '@trackrecord/application';
import {
  type AccessId,
  OwnerAssigned,
  PartyId,
  PartyRegistered,
  PlanId,
  PlanRegistered,
  RatingChanged,
  type RoleOnPlan,
} from '@trackrecord/domain';
import { Instant, LocalDate, StreamName } from '@trackrecord/kernel';
import {
  anAction,
  appendEvents,
  eventsFrom,
  happened,
  holding,
  type Logged,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { ownAccountRoutes } from '../access/pages/own-account-routes.ts';
import { ownCalendarRoutes } from '../access/pages/own-calendar-routes.ts';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import { noFields } from '../http/fields.ts';
import type { Reply } from '../http/reply.ts';
import { calendarRoutes } from '../pages/calendar/calendar-routes.ts';
import { browserOf, type Came, visitorAs } from '../testing/test-browser.ts';
import { testDesk } from '../testing/test-desk.ts';
import { calendarFeedRoutes } from './calendar-feed-routes.ts';

const [harbour, vale] = [must(PlanId)('harbour'), must(PlanId)('vale')];
const asha = must(PartyId)('p-asha');

const planNamed = (id: string, title: string): ReadonlyArray<Logged> =>
  [
    happened(PlanRegistered, { plan: id, title, timeZone: 'Europe/London' }, '2026-01-01'),
    anAction('1'),
    happened(RatingChanged, { action: '1', rating: 'Red' }, '2026-06-10'),
    happened(OwnerAssigned, { action: '1', party: 'p-asha', role: 'lead' }, '2026-06-10'),
  ].map((event): Logged => [`plan-${id}`, event]);

const log: ReadonlyArray<Logged> = [
  ['party-p-asha', happened(PartyRegistered, { kind: 'person', name: 'Asha Bell' })],
  ...planNamed('harbour', 'Harbour Plan'),
  ...planNamed('vale', 'Vale Plan'),
];

const said: Said = { by: asha, effectiveOn: must(LocalDate)('2026-06-30'), channel: 'web' };

const readerOf = (plan: PlanId): RoleOnPlan => ({ role: 'reader', plan });

type Stage = Readonly<{ desk: Desk; account: AccessId; setTime: (time: string) => void }>;

/** Asha has an account that may read both plans; the clock is set by hand. */
const stage = async (): Promise<Stage> => {
  const state = { now: '09:00:00' };
  const data = await holding(...log);
  const clock = {
    ...data.clock,
    now: () => must(Instant)(`2026-06-30T${state.now}.000Z`),
  };
  const desk = await testDesk({ ...data, clock });
  const { account } = rightOf(
    await openAccount(desk)(
      { party: asha, signInName: 'asha', roles: [readerOf(harbour), readerOf(vale)] },
      said,
    )(),
  );
  rightOf(await desk.views.catchUp()());
  return {
    desk,
    account,
    setTime: (now) => {
      state.now = now;
    },
  };
};

const principalOf = ({ desk, account }: Stage) => {
  const found = rightOf(principalOfAccount(desk)(account));
  if (O.isNone(found)) throw new Error('the account is open');
  return found.value;
};

const pages = [...ownAccountRoutes, ...ownCalendarRoutes, ...calendarRoutes];

const browser = (at: Stage) => browserOf(at.desk, pages, visitorAs(principalOf(at)));

const html = (came: Came): string => (came._tag === 'Page' ? came.html : JSON.stringify(came));

/** The name in the address that a page shows, this once. */
const shownIn = (came: Came): string =>
  /app-once__secret">http:\/\/localhost:3000\/calendar\/([^<]*)</u.exec(html(came))?.[1] ?? '';

/** Makes an address on a page, and reads it there. */
const made = async (at: Stage, form: string, page: string): Promise<string> => {
  const person = browser(at);
  await person.post(form, {});
  return shownIn(await person.get(page));
};

const ofOwnWork = (at: Stage) => made(at, '/account/calendar', '/account');
const ofHarbour = (at: Stage) => made(at, '/plans/harbour/calendar', '/plans/harbour/calendar');

/** What a calendar program gets, or by what it is refused. */
const come = async (
  { desk }: Stage,
  name: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply | string> => {
  const [route] = calendarFeedRoutes;
  if (route === undefined) throw new Error('there is a route');
  const exchange: Exchange = {
    id: 'r-1',
    method: 'GET',
    path: `/calendar/${name}`,
    params: { name },
    query: noFields,
    form: noFields,
    files: [],
    body: undefined,
    header: (header) => headers[header],
    visitor: { _tag: 'Nobody' },
    address: '203.0.113.7',
    gone: new AbortController().signal,
  };
  const answer = await route.answer(desk)(exchange)();
  return E.isLeft(answer) ? answer.left._tag : answer.right;
};

const bodyOf = (reply: Reply | string): string =>
  typeof reply !== 'string' && reply._tag === 'Body' && typeof reply.body === 'string'
    ? reply.body
    : JSON.stringify(reply);

const uidsIn = (reply: Reply | string): ReadonlyArray<string> =>
  [...bodyOf(reply).matchAll(/^UID:(.*)\r$/gmu)].map(([, uid = '']) => uid);

const headerIn = (reply: Reply | string, name: string): string =>
  (typeof reply === 'string' ? undefined : reply.headers?.[name]) ?? '';

describe('the secret address of a calendar', () => {
  let at: Stage;
  beforeEach(async () => {
    at = await stage();
  });

  it('given nobody made one, then the pages say so, and offer to make one', async () => {
    for (const page of ['/account', '/plans/harbour/calendar']) {
      const came = await browser(at).get(page);
      expect(html(came)).toContain('There is no address so far.');
      expect(html(came)).not.toContain('app-once');
    }
  });

  it('given one that was made, then it is shown once, with the way into a calendar program', async () => {
    const person = browser(at);
    expect(await person.post('/account/calendar', {})).toMatchObject({
      _tag: 'Redirect',
      to: '/account#calendar',
    });
    const first = await person.get('/account');
    expect(shownIn(first)).toMatch(/^[\w-]{43}\.ics$/u);
    expect(html(first)).toContain(`href="webcal://localhost:3000/calendar/${shownIn(first)}"`);
    const second = html(await person.get('/account'));
    expect(second).not.toContain('webcal:');
    expect(second).not.toContain(shownIn(first));
    expect(second).toContain('No program has come for it so far.');
  });

  it('given one of own work, then a program gets it of every plan that may be read, kept by itself alone', async () => {
    const reply = await come(at, await ofOwnWork(at));
    expect(reply).toMatchObject({
      _tag: 'Body',
      status: 200,
      type: 'text/calendar; charset=utf-8',
      headers: { 'last-modified': 'Tue, 30 Jun 2026 09:00:00 GMT' },
    });
    expect(headerIn(reply, 'cache-control')).toMatch(/^private\b/u);
    expect(uidsIn(reply)).toEqual(['update-due/harbour/1', 'update-due/vale/1']);
    expect(bodyOf(reply)).toContain('http://localhost:3000/plans/harbour/actions/1');
  });

  it('given one of a plan, then a program gets that plan’s', async () => {
    expect(uidsIn(await come(at, await ofHarbour(at)))).toEqual(['update-due/harbour/1']);
  });

  it.each([
    ['', ''],
    ['no ending', 'A'.repeat(43)],
    ['too short', `${'A'.repeat(42)}.ics`],
    ['too long', `${'A'.repeat(44)}.ics`],
    ['nobody’s', `${'A'.repeat(43)}.ics`],
    ['another kind', `${'A'.repeat(43)}.csv`],
  ])('given an address that is none (%s), then there is nothing', async (_, name) => {
    expect(await come(at, name)).toBe('Missing');
  });

  it('given one that was made anew, then the one before ends at once, and the other goes on', async () => {
    const [first, plans] = [await ofOwnWork(at), await ofHarbour(at)];
    const second = await ofOwnWork(at);
    expect(second).not.toBe(first);
    expect(await come(at, first)).toBe('Missing');
    expect(uidsIn(await come(at, second))).toHaveLength(2);
    expect(uidsIn(await come(at, plans))).toHaveLength(1);
  });

  it('given one that was removed, then there is nothing, and the page offers to make one', async () => {
    const name = await ofHarbour(at);
    expect(await browser(at).post('/plans/harbour/calendar/remove', {})).toMatchObject({
      _tag: 'Redirect',
      to: '/plans/harbour/calendar#calendar',
    });
    expect(await come(at, name)).toBe('Missing');
    expect(html(await browser(at).get('/plans/harbour/calendar'))).toContain(
      'There is no address so far.',
    );
  });

  it('given a plan that may be read no longer, then nothing of it; given it may be again, then it is there', async () => {
    const [own, plans] = [await ofOwnWork(at), await ofHarbour(at)];
    rightOf(await revokeRole(at.desk)(at.account, readerOf(harbour), said)());
    expect(await come(at, plans)).toBe('Missing');
    expect(uidsIn(await come(at, own))).toEqual(['update-due/vale/1']);
    rightOf(await grantRole(at.desk)(at.account, readerOf(harbour), said)());
    expect(uidsIn(await come(at, plans))).toEqual(['update-due/harbour/1']);
  });

  it('given an account that was closed, then there is nothing at any of its addresses', async () => {
    const names = [await ofOwnWork(at), await ofHarbour(at)];
    rightOf(await closeAccount(at.desk)(at.account, said)());
    for (const name of names) expect(await come(at, name)).toBe('Missing');
  });

  it('given a plan that may not be read, then no address of it can be made', async () => {
    rightOf(await revokeRole(at.desk)(at.account, readerOf(vale), said)());
    rightOf(await at.desk.views.catchUp()());
    for (const form of ['/plans/vale/calendar', '/plans/vale/calendar/remove'])
      expect(await browser(at).post(form, {})).toMatchObject({
        _tag: 'Failed',
        failure: { _tag: 'NotAuthorised' },
      });
    expect(await browser(at).get('/plans/vale/calendar')).toMatchObject({ _tag: 'Failed' });
  });

  it('given a program that comes, then the page tells when, to the minute', async () => {
    const name = await ofOwnWork(at);
    const told = async () =>
      /A program last came for it on ([^<.]*)\./u.exec(
        html(await browser(at).get('/account')),
      )?.[1];
    await come(at, name);
    // In London's summer clocks are an hour ahead.
    expect(await told()).toBe('30 June 2026, 10:00am');
    at.setTime('09:00:30');
    await come(at, name);
    expect(await at.desk.store.calendars.lookupOf(at.account, null)()).toMatchObject({
      right: { lastUse: '2026-06-30T09:00:00.000Z' },
    });
    at.setTime('09:15:00');
    await come(at, name);
    expect(await told()).toBe('30 June 2026, 10:15am');
  });
});

describe('a program that has the calendar already', () => {
  let at: Stage;
  let name: string;
  beforeEach(async () => {
    at = await stage();
    name = await ofHarbour(at);
  });

  /** Something is said of a plan, later. */
  const say = async (plan: string, place: number): Promise<void> => {
    const event = happened(RatingChanged, { action: '1', rating: 'Green' }, '2026-06-30');
    await appendEvents(at.desk, must(StreamName)(`plan-${plan}`), eventsFrom(place, event));
  };

  const isUnchanged = (reply: Reply | string): boolean =>
    typeof reply !== 'string' && reply._tag === 'Empty' && reply.status === 304;

  it('given its tag or its time, then nothing is sent, as long as nothing of it changed', async () => {
    const first = await come(at, name);
    const tag = { 'if-none-match': headerIn(first, 'etag') };
    const time = { 'if-modified-since': headerIn(first, 'last-modified') };
    at.setTime('10:00:00');
    await say('vale', 101);
    for (const headers of [tag, time]) {
      const again = await come(at, name, headers);
      expect(isUnchanged(again)).toBe(true);
      expect(headerIn(again, 'etag')).toBe(headerIn(first, 'etag'));
      expect(headerIn(again, 'last-modified')).toBe('Tue, 30 Jun 2026 09:00:00 GMT');
    }
    await say('harbour', 102);
    const changed = await come(at, name, tag);
    expect(isUnchanged(changed)).toBe(false);
    expect(isUnchanged(await come(at, name, time))).toBe(false);
    expect(headerIn(changed, 'last-modified')).toBe('Tue, 30 Jun 2026 10:00:00 GMT');
    // Green on 30 June: a quarter later.
    expect(bodyOf(changed)).toContain('DTSTART;VALUE=DATE:20260930\r\n');
  });

  it('given another tag, or a time that cannot be read, then the calendar; a tag counts before a time', async () => {
    const time = headerIn(await come(at, name), 'last-modified');
    for (const headers of [
      { 'if-none-match': '"other"' },
      { 'if-none-match': '"other"', 'if-modified-since': time },
      { 'if-modified-since': 'yesterday' },
      { 'if-modified-since': 'Tue, 30 Jun 2026 08:59:59 GMT' },
    ])
      expect(uidsIn(await come(at, name, headers))).toEqual(['update-due/harbour/1']);
  });
});
