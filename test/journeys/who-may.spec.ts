import { routes } from '@trackrecord/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpDesk } from './kit/desk.ts';
import { serve, type Serving } from './kit/serving.ts';
import { signIn, type SignedIn } from './kit/signed-in.ts';

const now = '2026-01-15T10:00:00.000Z';

const roles = ['reader', 'owner', 'manager', 'auditor', 'administrator'] as const;
type Role = (typeof roles)[number];

/** Who may what, written down once more, by hand, from the roles as people are told of them. */
const expected: Readonly<Record<string, ReadonlyArray<Role>>> = {
  'signed in': roles,
  read: roles,
  audit: ['manager', 'auditor', 'administrator'],
  // On action 7, which is the sample owner's own.
  update: ['owner', 'manager', 'administrator'],
  manage: ['manager', 'administrator'],
  administer: ['administrator'],
  oversee: ['auditor', 'administrator'],
};

/** What is of no one plan, and answered to those who may on some plan: who may on none is refused. */
const onSomePlan: Readonly<Record<string, string>> = {
  '/audit': 'audit',
  '/api/v1/audit-trail': 'audit',
  '/api/v1/audit-trail.csv': 'audit',
  // Whoever keeps a plan may bring people in.
  '/parties/new': 'manage',
  '/parties/:party/take-role': 'manage',
  '/parties/:party/leave-role': 'manage',
};

/** An address of a route, with the sample's own plan and action where they are named. */
const addressOf = (path: string): string =>
  path
    .replace(':plan', 'harbour')
    .replace(':ref', '7')
    .replace(':action', '7')
    .replace(/:\w+/gu, 'x');

const forPeople = routes.filter(({ audience }) => audience === 'people');
const forPrograms = routes.filter(({ audience }) => audience === 'programs');
const guarded = [...forPeople, ...forPrograms].filter(({ may }) => may !== 'anyone');

describe('who may ask what', () => {
  const desk = setUpDesk();
  let server: Serving;
  const people = new Map<Role, SignedIn>();

  beforeAll(async () => {
    server = await serve(desk, now, '--sample');
    for (const role of roles) people.set(role, await signIn(server.url, role));
  });

  afterAll(async () => {
    await server.stop();
  });

  const as = (role: Role): SignedIn => {
    const person = people.get(role);
    if (person === undefined) throw new Error(`nobody is signed in as ${role}`);
    return person;
  };

  it('given the table of routes, then each says who may, and what is open to anyone is a short list', () => {
    expect(routes.filter(({ may }) => !['anyone', ...Object.keys(expected)].includes(may))).toEqual(
      [],
    );
    expect(
      routes
        .filter(({ may }) => may === 'anyone')
        .map(({ method, path }) => `${method} ${path}`)
        .toSorted(),
    ).toEqual([
      'GET /answer/:token',
      'GET /api',
      'GET /api/operations/:operation',
      'GET /api/problems',
      'GET /api/v1/openapi.json',
      'GET /assets/:name',
      'GET /calendar/:name',
      'GET /first-administrator',
      'GET /health/live',
      'GET /health/ready',
      'GET /metrics',
      'GET /sign-in',
      'GET /stop/:token',
      'POST /answer/:token',
      'POST /answer/:token/again',
      'POST /first-administrator',
      'POST /sign-in',
      'POST /stop/:token',
    ]);
  });

  it.each(guarded)(
    'given nobody who is signed in, when $method $path is asked, then it is denied',
    async ({ method, path, audience }) => {
      const answer = await fetch(`${server.url}${addressOf(path)}`, { method, redirect: 'manual' });
      if (audience === 'programs') expect(answer.status).toBe(401);
      else {
        expect(answer.status).toBe(303);
        expect(answer.headers.get('location')).toMatch(/^\/sign-in/u);
      }
    },
  );

  it.each(guarded)(
    'given each role, when $method $path is asked, then those who may not are refused',
    async ({ method, path, may }) => {
      for (const role of roles) {
        const isAllowed = expected[onSomePlan[path] ?? may]?.includes(role) === true;
        const address = addressOf(path);
        if (method === 'GET') {
          const { status, body } = await as(role).get(address);
          await body?.cancel();
          expect(`${role} ${status === 403 ? 'refused' : 'let in'}`).toBe(
            `${role} ${isAllowed ? 'let in' : 'refused'}`,
          );
        } else if (!isAllowed) {
          const { status } = await as(role).send(method, address, { _csrf: await as(role).mark() });
          expect(`${role} ${status}`).toBe(`${role} 403`);
        }
      }
    },
  );

  it.each(forPeople.filter(({ method, may }) => method !== 'GET' && may !== 'anyone'))(
    'given a form of another site, when $method $path is sent, then it is refused whoever is signed in',
    async ({ path }) => {
      const strangers = await as('reader').mark();
      for (const fields of [{}, { _csrf: 'x.y' }, { _csrf: strangers }]) {
        const { status } = await as('administrator').send('POST', addressOf(path), { ...fields });
        expect(status).toBe(403);
      }
    },
  );
});
