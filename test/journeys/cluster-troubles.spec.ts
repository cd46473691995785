import { tokenOf } from '@trackrecord/application';
import { StreamName } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Peer } from '../cluster-peer/index.ts';
import { served } from '../cluster-peer/served.ts';
import { importPaper, liveThrough, papers } from './harbour-year.ts';
import { ChangedJson, PlanJson } from './kit/answers.ts';
import { setUpClusterDesk } from './kit/cluster-desk.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { actionOf } from './kit/reading.ts';
import { ticker } from './kit/ticker.ts';

// On a peer in this process, which can be made to fail: what a real server is asked is in on-a-cluster.spec.ts.

const [name, on] = papers[0] ?? ['', ''];

const nodeOf = ({ connectionString }: Peer, outfit: Parameters<typeof setUpClusterDesk>[1] = {}) =>
  setUpClusterDesk({ connection: connectionString }, outfit);

/** A node that has imported a paper. */
const aNode = async (peer: Peer): Promise<Desk> => {
  const desk = nodeOf(peer);
  desk.setNow(on);
  await importPaper(desk, name, on);
  return desk;
};

const StatusJson = t.type({
  engine: t.string,
  log: t.string,
  ordinal: t.number,
  state: t.string,
  lag: t.type({ events: t.number, seconds: t.union([t.number, t.null]) }),
  problem: t.union([t.string, t.null]),
  skipped: t.readonlyArray(
    t.type({
      stream: t.string,
      revision: t.number,
      id: t.string,
      type: t.string,
      why: t.string,
    }),
  ),
});

const statusOf = (desk: Desk) => desk.json(StatusJson, 'log', 'status');

const isPlain = (words: string): boolean => !/\n\s+at |Error:|\bgrpc\b/iu.test(words);

describe('a cluster that is away', () => {
  it('given a node that never had anything, then it says what is wrong, and ends with 5', async () => {
    const peer = await served();
    await peer.kill();
    for (const argv of [['plans'], ['rate', 'harbour', '13', 'Red'], ['log', 'status']]) {
      const ran = await nodeOf(peer).run(...argv);
      expect({ code: ran.code, stdout: ran.stdout }, argv.join(' ')).toEqual({
        code: 5,
        stdout: '',
      });
      expect(ran.stderr).toContain(`127.0.0.1:${peer.endpoint.port}`);
      expect(isPlain(ran.stderr)).toBe(true);
    }
  });

  it('given a node with a copy, then questions are answered from it with its age, changes are refused, and nothing is lost', async () => {
    const peer = await served();
    const desk = await aNode(peer);
    const before = await desk.done('plan', 'harbour', '--json');
    await peer.kill();
    const asked = await desk.run('plan', 'harbour', '--json');
    expect({ code: asked.code, stdout: asked.stdout }).toEqual({ code: 0, stdout: before });
    expect(asked.stderr).toMatch(/^trackrecord: The cluster cannot be reached \(.+\); /u);
    expect(asked.stderr).toContain(`recorded at ${on}T10:00:00.000Z`);
    expect(asked.stderr.trimEnd().split('\n')).toHaveLength(1);
    const refused = await desk.run('rate', 'harbour', '13', 'Red');
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 5, stdout: '' });
    expect(isPlain(refused.stderr)).toBe(true);
    expect(await statusOf(desk)).toMatchObject({ engine: 'cluster', state: 'away' });
    await peer.restart();
    const again = await desk.run('plan', 'harbour', '--json');
    expect(again).toEqual({ code: 0, stdout: before, stderr: '' });
    await desk.done('rate', 'harbour', '13', 'Red');
    const plan = await desk.json(PlanJson, 'plan', 'harbour');
    expect(actionOf(plan, '13').rating).toBe('Red');
  });

  it('given a question that waits for a change, then it says that this node does not hold it yet', async () => {
    const peer = await served();
    const [desk, other] = [await aNode(peer), nodeOf(peer)];
    await other.done('plans');
    const { token } = await desk.json(ChangedJson, 'rate', 'harbour', '13', 'Red');
    await peer.kill();
    const ran = await other.run(
      ...['plan', 'harbour', '--wait-for', token ?? '', '--wait-seconds', '0'],
    );
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 5, stdout: '' });
    expect(ran.stderr).toContain(token);
  });
});

describe('two nodes of a cluster', () => {
  it('given a change on one, then the other holds it, by its token too', async () => {
    const peer = await served();
    const [one, other] = [await aNode(peer), nodeOf(peer)];
    const { token } = await one.json(ChangedJson, 'rate', 'harbour', '13', 'Red');
    const waiting = ['--wait-for', token ?? '', '--wait-seconds', '60'];
    const plan = await other.json(PlanJson, 'plan', 'harbour', ...waiting);
    expect(actionOf(plan, '13').rating).toBe('Red');
    expect(await other.done('history', 'harbour', '--json')).toBe(
      await one.done('history', 'harbour', '--json'),
    );
  });

  it('given a change that is still to come, then the question waits until this node is told', async () => {
    const peer = await served();
    const [one, other] = [await aNode(peer), nodeOf(peer)];
    const { token } = await one.json(ChangedJson, 'rate', 'harbour', '13', 'Red');
    const [stream = '', revision = ''] = atob(token ?? '').split('@');
    const next = tokenOf({ stream: must(StreamName)(stream), revision: Number(revision) + 1 });
    const subscribed = peer.arrival(({ kind }) => kind === 'Subscribe');
    const asked = other.json(
      PlanJson,
      ...['plan', 'harbour', '--wait-for', next, '--wait-seconds', '60'],
    );
    await subscribed;
    await one.done('rate', 'harbour', '13', 'Green');
    expect(actionOf(await asked, '13').rating).toBe('Green');
  });

  it('given that both change the same field, then who looked before the other is told', async () => {
    const peer = await served();
    const [one, other] = [await aNode(peer), nodeOf(peer)];
    const { ordinal } = await other.json(PlanJson, 'plan', 'harbour');
    await one.done('rate', 'harbour', '13', 'Red');
    const late = await other.run('rate', 'harbour', '13', 'Green', '--based-on', String(ordinal));
    expect(late.code).toBe(4);
    expect(late.stderr).toContain('Red');
    await other.done('rate', 'harbour', '14', 'Red', '--based-on', String(ordinal));
  });
});

describe('streams that somebody else writes to', () => {
  it('given foreign events, then they are left out, told in a line, and listed', async () => {
    const peer = await served();
    const desk = await aNode(peer);
    const before = await desk.done('plan', 'harbour', '--json');
    peer.store.write('trackrecord.plan-harbour', { type: 'Probe', data: { hello: 'world' } });
    peer.store.write('trackrecord.Not A Stream', { type: 'Probe', data: 'x' });
    peer.store.write('others.plan-harbour', { type: 'Probe', data: {} });
    const asked = await desk.run('plan', 'harbour', '--json');
    expect({ code: asked.code, stdout: asked.stdout }).toEqual({ code: 0, stdout: before });
    expect(asked.stderr).toMatch(/^trackrecord: 2 events .*trackrecord log status".\n$/u);
    const { skipped, state } = await statusOf(desk);
    expect(state).toBe('live');
    expect(skipped.map(({ stream, type, why }) => [stream, type, why])).toEqual([
      ['trackrecord.plan-harbour', 'Probe', 'foreign'],
      ['trackrecord.Not A Stream', 'Probe', 'foreign'],
    ]);
    expect(await desk.done('log', 'status')).toContain('Left out of the log: 2');
    await desk.done('rate', 'harbour', '13', 'Red');
    const plan = await desk.json(PlanJson, 'plan', 'harbour');
    expect(actionOf(plan, '13').rating).toBe('Red');
  });

  it('given an event that a newer version wrote, then this node says so, and answers from what it has', async () => {
    const peer = await served();
    const desk = await aNode(peer);
    const before = await desk.done('plan', 'harbour', '--json');
    const id = '3f0f6e1c-51d6-4b0e-9a55-0d6a4d6f7b02';
    peer.store.write('trackrecord.plan-harbour', {
      ...{ id, type: 'Reimagined', metadata: { trackrecord: 1 } },
      data: { id, type: 'Reimagined' },
    });
    const asked = await desk.run('plan', 'harbour', '--json');
    expect({ code: asked.code, stdout: asked.stdout }).toEqual({ code: 0, stdout: before });
    expect(asked.stderr).toContain('follows no further');
    expect(await statusOf(desk)).toMatchObject({ state: 'stopped' });
    const refused = await desk.run('rate', 'harbour', '13', 'Red');
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 5, stdout: '' });
  });
});

describe('a node that follows a cluster', () => {
  const Ready = t.type({
    status: t.string,
    state: t.string,
    views: t.number,
    problem: t.union([t.string, t.null]),
  });

  /** A node that follows into a desk's data directory, until it is stopped. */
  const follow = async (desk: Desk, peer: Peer) => {
    const stop = new AbortController();
    const listening = Promise.withResolvers<string>();
    const node = nodeOf(peer, {
      environment: { TRACKRECORD_DATA: desk.data },
      pause: ticker().pause,
      untilStopped: () => stop.signal,
      onLine: (line) => {
        const url = /http:\/\/[\d.:]+/u.exec(line)?.[0];
        if (url !== undefined) listening.resolve(url);
      },
    });
    const options = ['--listen', '127.0.0.1:0', '--max-lag-seconds', '0'];
    const ended = node.run('follow', ...options);
    const url = await listening.promise;
    const ready = async () => must(Ready)(await (await fetch(`${url}/health/ready`)).json());
    return {
      until: async (isThere: (ready: t.TypeOf<typeof Ready>) => boolean) => {
        for (;;) {
          const now = await ready();
          if (isThere(now)) return now;
        }
      },
      end: () => {
        stop.abort();
        return ended;
      },
    };
  };

  it('given other commands in its directory, then they use its copy, and see what they wrote', async () => {
    const peer = await served();
    const desk = nodeOf(peer);
    desk.setNow(on);
    const node = await follow(desk, peer);
    await node.until(({ status }) => status === 'ready');
    const { ordinal } = await importPaper(desk, name, on);
    const { ordinal: last } = await desk.json(ChangedJson, 'rate', 'harbour', '13', 'Red');
    expect(last).toBe((ordinal ?? 0) + 2);
    const plan = await desk.json(PlanJson, 'plan', 'harbour');
    expect([plan.ordinal, actionOf(plan, '13').rating]).toEqual([last, 'Red']);
    expect(await statusOf(desk)).toMatchObject({ state: 'elsewhere', ordinal: last });
    await node.until(({ views }) => views === last);
    expect((await node.end()).code).toBe(0);
  });

  it('given a cluster that goes away and comes back, then it is not ready meanwhile, and then it is', async () => {
    const peer = await served();
    const desk = await aNode(peer);
    const node = await follow(desk, peer);
    await node.until(({ status }) => status === 'ready');
    await peer.kill();
    const away = await node.until(({ status }) => status === 'not ready');
    expect(away.state).toBe('away');
    expect(away.problem).toContain(`127.0.0.1:${peer.endpoint.port}`);
    await peer.restart();
    await node.until(({ status, state }) => status === 'ready' && state === 'live');
    expect((await node.end()).code).toBe(0);
  });
});

describe('a command on a cluster in a process of its own', () => {
  it('given a question and a change, then it ends as soon as it is done', async () => {
    const peer = await served();
    const desk = await aNode(peer);
    const asked = await desk.child(['plans', '--json']);
    expect({ code: asked.code, stderr: asked.stderr }).toEqual({ code: 0, stderr: '' });
    expect(asked.stdout).toBe(await desk.done('plans', '--json'));
    const changed = await desk.child(['rate', 'harbour', '13', 'Red']);
    expect({ code: changed.code, stderr: changed.stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('given a follower, when it is told to end, then it does in good order', async () => {
    const peer = await served();
    const desk = await aNode(peer);
    const child = desk.start(['follow', '--json', '--listen', '127.0.0.1:0']);
    await child.printed('"state":"live"');
    child.kill('SIGTERM');
    const { code, signal, stderr, stdout } = await child.ended;
    expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
    expect(stdout).toContain('"what":"ended"');
  });
});

describe('a year that is moved into a cluster and back', () => {
  const inFile = setUpDesk();
  const logOf = (desk: Desk) => join(desk.data, 'log.db');

  beforeAll(async () => {
    await liveThrough(inFile);
  }, 60_000);

  it('given an empty cluster, then both are equal, and a node of it answers as the file did', async () => {
    const peer = await served();
    const both = ['--from', logOf(inFile), '--to', peer.connectionString];
    const mover = nodeOf(peer);
    await mover.done('log', 'copy', ...both);
    expect(await mover.done('log', 'compare', ...both)).toMatch(/^Equal: /u);
    const node = nodeOf(peer);
    for (const argv of [['plan', 'harbour'], ['history', 'harbour', '--all'], ['owed']]) {
      node.setNow('2026-01-15');
      expect(await node.done(...argv, '--json')).toBe(await inFile.done(...argv, '--json'));
    }
    const back = setUpDesk();
    const returning = ['--from', peer.connectionString, '--to', logOf(back)];
    await mover.done('log', 'copy', ...returning);
    expect(await mover.done('log', 'compare', ...returning)).toMatch(/^Equal: /u);
    expect(await back.done('history', 'harbour', '--all', '--json')).toBe(
      await inFile.done('history', 'harbour', '--all', '--json'),
    );
  });

  it.each([
    ['before', 1],
    ['after', 3],
    ['before', 6],
    ['after', 10],
  ] as const)(
    'given a cluster that goes away %s append %i was written, when it is copied again, then nothing is lost or doubled',
    async (moment, number) => {
      const peer = await served();
      const both = ['--from', logOf(inFile), '--to', peer.connectionString];
      const mover = nodeOf(peer);
      peer.faults.plan((call) =>
        call.kind === 'Append' && call.number >= number ? { _tag: 'Drop', moment } : undefined,
      );
      const broken = await mover.run('log', 'copy', ...both);
      expect(broken.code).toBe(5);
      peer.faults.clear();
      const copied = await mover.done('log', 'copy', ...both);
      expect(copied).toContain('were there before');
      expect(await mover.done('log', 'compare', ...both)).toMatch(/^Equal: /u);
    },
  );
});

describe('a cluster that asks who it is', () => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-credentials-'));
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });
  const file = (named: string, content: string): string => {
    const path = join(directory, named);
    writeFileSync(path, content);
    return path;
  };

  it('given the right password in a file, then it is let in; given a wrong one, then that is said without it', async () => {
    const authority = createAuthority();
    const caFile = file('ca.crt', authority.certificate);
    const peer = await served({
      tls: { ...authority.issue(['localhost']), caFile },
      users: [{ name: 'trackrecord', password: 'changeit', isAdmin: true }],
    });
    const signedIn = (password: string) =>
      nodeOf(peer, {
        environment: {
          TRACKRECORD_LOG_USER: 'trackrecord',
          TRACKRECORD_LOG_PASSWORD_FILE: file(password, `${password}\n`),
        },
      });
    const desk = signedIn('changeit');
    desk.setNow(on);
    await importPaper(desk, name, on);
    expect(await desk.done('log', 'status')).not.toMatch(/changeit/u);
    const wrong = signedIn('mistaken');
    const ran = await wrong.run('plans');
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 5, stdout: '' });
    expect(ran.stderr).toMatch(/user name and password/u);
    expect(ran.stderr).not.toContain('mistaken');
    expect(existsSync(join(wrong.data, 'log.db'))).toBe(false);
  });
});
