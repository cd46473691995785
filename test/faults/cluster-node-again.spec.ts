import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareAnswers } from '@trackrecord/application';
import { verifySqliteLog } from '@trackrecord/event-log';
import { rightOf } from '@trackrecord/test-kit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { messageOf } from '../cluster/connection-kit.ts';
import type { Peer } from '../cluster-peer/index.ts';
import { sample, sampleCodec, streamName } from '../contract/sample-event.ts';
import { must, noStream, readEverything, revision } from '../contract/with-log.ts';
import { served } from '../cluster-peer/served.ts';
import { chanceOf } from './cluster-chance.ts';
import { aDirectory, allHold, deskOn, say, tenant, twoDesks, until } from './cluster-kit.ts';
import { lineOf, startNode, type TestNode } from './cluster-node.ts';
import { registerPlan } from './cluster-orders.ts';
import { truthIn } from './cluster-truth.ts';
import { turnTime } from './cluster-turns.ts';
import { nextLine, startChild } from './log-child.ts';

const nodeOn = async (
  { connectionString: connection }: Peer,
  directory: string,
): Promise<TestNode> => {
  const [name, time] = ['one', turnTime()];
  const chance = chanceOf(1, name);
  const node = await startNode({ name, directory, connection, tenant, time, chance });
  onTestFinished(() => node.stop());
  return node;
};

const plan = streamName('plan-a');

describe('a node that is killed', () => {
  it.each([1, 5_000, 15_000])(
    'given that it has taken in %i of 20,000 events, when it is started again, then it goes on from there, and holds all',
    async (moment) => {
      const peer = await served();
      for (let n = 0; n < 20_000; n += 1) say(peer.store, `plan-${n % 2}`, n);
      const killed = Promise.withResolvers<undefined>();
      // The last of them come only when it is gone: it never holds all.
      peer.faults.planDeliveries(({ number }) =>
        number === 18_000 ? { _tag: 'Slow', until: killed.promise } : undefined,
      );
      const directory = aDirectory();
      const args = [peer.connectionString, tenant, join(directory, 'one.db')];
      const child = startChild('following-child.ts', args);
      let taken = 0;
      while (taken < moment) taken = Number(await nextLine(child));
      child.kill();
      expect(await child.ended).toBeUndefined();
      killed.resolve(undefined);
      peer.faults.clear();

      const node = await nodeOn(peer, directory);
      const truth = truthIn(peer.store, tenant);
      expect((await readEverything(node.log())).map(lineOf)).toEqual(truth);
      expect(node.status()).toMatchObject({ state: 'live', ordinal: 20_000, skipped: [] });
      await node.stop();
      const verified = await must(verifySqliteLog({ file: node.replica, codec: sampleCodec }));
      expect(verified).toEqual({ events: 20_000, streams: 2, faults: [] });
    },
  );
});

describe('a copy that is gone', () => {
  it('given a node whose replica.db was deleted, when it is started again, then it has all with equal ordinals, and its views still fit', async () => {
    const peer = await served();
    const { directory, one, two } = await twoDesks(peer);
    await one.close();
    for (const file of readdirSync(join(directory, 'one')))
      if (file.startsWith('replica.db')) rmSync(join(directory, 'one', file));
    const again = await deskOn(peer, directory, { name: 'one', seed: 'again' });
    const { length } = truthIn(peer.store, tenant);
    expect(again.status()).toMatchObject({ state: 'live', ordinal: length });
    expect(rightOf(again.views.head())).toBe(length);
    expect(rightOf(compareAnswers(again, two, () => undefined)).differences).toEqual([]);

    rightOf((await registerPlan(again, 'another')).outcome);
    await allHold(peer, again, two);
    expect(rightOf(compareAnswers(two, again, () => undefined)).differences).toEqual([]);
  });
});

describe('a log that is closed', () => {
  it('given an append under way and others that wait for it, then each is answered, and whether it may be stored', async () => {
    const peer = await served();
    const log = (await nodeOn(peer, aDirectory())).log();
    peer.faults.next('Append', { _tag: 'Silent', moment: 'after' });
    const arrived = peer.arrival(({ kind }) => kind === 'Append');
    const first = log.append(plan, noStream, [sample(1)])();
    const waiting = [2, 3].map((n) => log.append(plan, revision(n - 2), [sample(n)])());
    await arrived;
    await log.close();
    expect(messageOf(await first)).toMatch(/; it may be stored all the same: repeat it/);
    for (const outcome of await Promise.all(waiting))
      expect(messageOf(outcome)).toBe('the log in the cluster is closed');
    expect(peer.store.stream(`${tenant}.${plan}`)).toHaveLength(1);
  });
});

describe('a node that has lost its subscription', () => {
  it('given a conflict with what it wrote itself, then that is told once it can be read', async () => {
    const peer = await served();
    const node = await nodeOn(peer, aDirectory());
    peer.faults.plan(({ kind }) => (kind === 'Subscribe' ? { _tag: 'NotReady' } : undefined));
    peer.endStreams();
    await until(() => node.status().state === 'away');
    await must(node.log().append(plan, noStream, [sample(1)]));
    const second = node.log().append(plan, noStream, [sample(2)]);
    // Whoever reads again would be given the old copy.
    expect(messageOf(await second())).toMatch(/try again in a moment.*; nothing was stored$/);
    const told = second();
    peer.faults.clear();
    expect(await told).toMatchObject({ left: { _tag: 'WrongRevision', actual: 0 } });
    const read = await must(node.log().readStream(plan, { direction: 'forwards' }));
    expect(read.map(lineOf)).toEqual([{ id: sample(1).id, stream: plan, revision: 0 }]);
  });
});
