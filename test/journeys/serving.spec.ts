import { must } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaper, papers } from './harbour-year.ts';
import { ChangedJson } from './kit/answers.ts';
import { setUpDesk } from './kit/desk.ts';
import { serve, type Serving } from './kit/serving.ts';

const [name, on] = papers[0] ?? ['', ''];
const Ready = t.type({ views: t.number });

const now = '2026-01-15T10:00:00.000Z';

describe('a server on the log of a desk', () => {
  const desk = setUpDesk();
  let server: Serving;

  beforeAll(async () => {
    desk.setNow(on);
    await importPaper(desk, name, on);
    server = await serve(desk, now);
  });

  afterAll(async () => {
    await server.stop();
  });

  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { redirect: 'manual', ...init });

  it('given whoever runs it, then it says that it lives, that it may be asked, and its figures', async () => {
    expect((await get('/health/live')).status).toBe(200);
    const ready = await get('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      status: 'ready',
      state: 'live',
      lag: { events: 0 },
    });
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('trackrecord_follower_lag_events 0');
    expect(metrics).toContain('trackrecord_http_request_seconds_count');
  });

  it('given a change by the command line while it runs, then it goes through the server, which has it at once', async () => {
    const before = await desk.run('rate', 'harbour', '3', 'Red', '--json');
    expect(before).toMatchObject({ code: 0, stderr: '' });
    const { ordinal } = must(ChangedJson)(JSON.parse(before.stdout));
    const views = async () => must(Ready)(await (await get('/health/ready')).json()).views;
    for (let at = await views(); at < ordinal; at = await views());
  });

  it('given nobody who is signed in, then pages lead to the sign-in page and come back from there', async () => {
    const page = await get('/plans/harbour?asOf=2025-03-31');
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toBe(
      `/sign-in?next=${encodeURIComponent('/plans/harbour?asOf=2025-03-31')}`,
    );
  });

  it('given an address that is not there, then people get a page and programs a problem, neither with anything of the inside', async () => {
    const page = await get('/nowhere');
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toContain('text/html');
    const problem = await get('/api/v1/nowhere');
    expect(problem.status).toBe(404);
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
    expect(await problem.json()).toMatchObject({ status: 404, title: 'Not found' });
  });

  it('given any answer, then browsers are told to run and load nothing but ours', async () => {
    const { headers } = await get('/nowhere');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/u);
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    // Over plain http nothing is said of https.
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
