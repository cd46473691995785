import { describeFailure } from '@trackrecord/application';
import { rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Listening } from './health-server.ts';
import { parseListen } from './listen-address.ts';
import { type NodeState, starting } from './node-state.ts';

describe('an address to listen at', () => {
  it.each([
    ['127.0.0.1:3000', '127.0.0.1', 3000],
    ['localhost:0', 'localhost', 0],
    ['[::1]:65535', '::1', 65_535],
    ['0.0.0.0:80', '0.0.0.0', 80],
  ])('given %s, then it is host and port', (text, host, port) => {
    expect(parseListen(text)).toEqual(E.right({ host, port }));
  });

  it.each([
    '3000',
    ':3000',
    'localhost',
    'localhost:',
    'localhost:http',
    'a:65536',
    '::1:3000',
    '',
  ])('given %j, then it is named with what is accepted', (text) => {
    const refused = parseListen(text);
    expect(refused).toMatchObject(E.left({ _tag: 'Invalid' }));
    expect(JSON.stringify(refused)).toContain('HOST:PORT');
  });
});

const live: NodeState = {
  state: 'live',
  problem: null,
  ordinal: 812,
  views: 810,
  lag: { events: 2, seconds: 1.5 },
  skipped: { foreign: 1, repeated: 4 },
};

describe('what a node tells who asks', () => {
  const node: { state: NodeState; server: Listening | undefined } = {
    state: live,
    server: undefined,
  };
  const ask = (path: string, method = 'GET') =>
    fetch(`${node.server?.url ?? ''}${path}`, { method });

  beforeAll(async () => {
    node.server = rightOf(
      await listen(
        { host: '127.0.0.1', port: 0 },
        { stateNow: () => node.state, maxLag_seconds: 60 },
      )(),
    );
  });

  afterAll(async () => {
    await node.server?.close();
  });

  it('given a process that works, then it is live, however the log stands', async () => {
    for (const state of [starting, live, { ...live, state: 'stopped' as const }]) {
      node.state = state;
      const answer = await ask('/health/live');
      expect([answer.status, await answer.json()]).toEqual([200, { status: 'live' }]);
    }
  });

  it('given a node that holds nearly everything, then it is ready, and says how it stands', async () => {
    node.state = live;
    const answer = await ask('/health/ready?from=proxy');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready', ...live }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('given a node that follows no further, then it is not ready, and says why', async () => {
    node.state = { ...live, state: 'stopped', problem: 'a gap after plan-a@3' };
    const answer = await ask('/health/ready');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      status: 'not ready',
      state: 'stopped',
      problem: 'a gap after plan-a@3',
    });
  });

  it('given a Prometheus server, then it is told the figures as they are then', async () => {
    node.state = live;
    const text = await (await ask('/metrics')).text();
    const lines = text.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'trackrecord_follower_lag_events 2',
        'trackrecord_follower_lag_seconds 1.5',
        'trackrecord_log_ordinal 812',
        'trackrecord_views_ordinal 810',
        'trackrecord_follower_state{state="live"} 1',
        'trackrecord_follower_state{state="stopped"} 0',
        'trackrecord_events_skipped{why="foreign"} 1',
        'trackrecord_events_skipped{why="repeated"} 4',
      ]),
    );
    expect(text).toContain('process_resident_memory_bytes');
    node.state = { ...live, state: 'behind', lag: { events: 9, seconds: null } };
    const later = (await (await ask('/metrics')).text()).split('\n');
    expect(later).toEqual(
      expect.arrayContaining([
        'trackrecord_follower_lag_events 9',
        'trackrecord_follower_lag_seconds +Inf',
        'trackrecord_follower_state{state="live"} 0',
        'trackrecord_follower_state{state="behind"} 1',
      ]),
    );
  });

  it.each(['/', '/health', '/health/live/', '/toString', '/metrics/x'])(
    'given %s, then there is no such page',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it.each(['POST', 'PUT', 'DELETE'])('given %s, then only GET is answered', async (method) => {
    const answer = await ask('/health/ready', method);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  });

  it('given an address that is taken, then that is named', async () => {
    const port = Number(new URL(node.server?.url ?? '').port);
    const taken = await listen(
      { host: '127.0.0.1', port },
      { stateNow: () => live, maxLag_seconds: 60 },
    )();
    expect(E.isLeft(taken) && describeFailure(taken.left)).toContain(`127.0.0.1:${port}`);
  });
});
