import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { rightOf } from '../testing/domain-log.ts';
import { type FakeConnection, fakeConnection } from '../testing/fake-connection.ts';
import { type MadeUpCluster, madeUpCluster } from '../testing/made-up-cluster.ts';
import { type OpenedReplica, openedReplica } from '../testing/opened-replica.ts';
import { streamNamed, wordsId } from '../testing/words-event.ts';
import type { ClusterPosition } from './cluster-event.ts';
import { type Follower, startFollower } from './follower.ts';
import type { FollowerStatus } from './follower-status.ts';
import type { Replica } from './replica.ts';

const planA = 'trackrecord.plan-a';
const planB = 'trackrecord.plan-b';
const never = new AbortController().signal;

const at = (place: number): ClusterPosition => ({ commit: BigInt(place), prepare: BigInt(place) });

/** A clock that is put forward, and waits that are over in the next turn or when they are told to be. */
const makeTime = () => {
  let ms = 1_000_000;
  const waited: Array<number> = [];
  const waiting = new Set<() => void>();
  let isHeld = false;
  return {
    now: () => ms,
    pass: (seconds: number): void => {
      ms += seconds * 1000;
    },
    waited,
    hold: (): void => {
      isHeld = true;
    },
    letGo: (): void => {
      isHeld = false;
      waiting.forEach((resolve) => {
        resolve();
      });
    },
    delay: (wait_ms: number, signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        waited.push(wait_ms);
        if (!isHeld || signal.aborted) setImmediate(resolve);
        waiting.add(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
  };
};

type Node = Readonly<{
  cluster: MadeUpCluster;
  fake: FakeConnection;
  opened: OpenedReplica;
  time: ReturnType<typeof makeTime>;
  follower: Follower;
  /** How often `onChange` was told. */
  changes: () => number;
}>;

const running = new Set<Readonly<{ follower: Follower; opened: OpenedReplica }>>();

afterEach(async () => {
  for (const { follower, opened } of running) {
    await follower.stop();
    opened.dispose();
  }
  running.clear();
});

const follow = (
  cluster: MadeUpCluster,
  { opened = openedReplica(), fake = fakeConnection(cluster), time = makeTime() } = {},
): Node => {
  let changes = 0;
  const follower = startFollower({
    connection: fake.connection,
    replica: opened.replica(),
    delay: time.delay,
    random: () => 0,
    now: time.now,
    onChange: () => {
      changes += 1;
    },
  });
  running.forEach((each) => {
    if (each.opened === opened) running.delete(each);
  });
  running.add({ follower, opened });
  return { cluster, fake, opened, time, follower, changes: () => changes };
};

/** Waits until the follower is where a test wants it. */
const until = async (
  { moved, status }: Follower,
  isThere: (status: FollowerStatus) => boolean,
): Promise<void> => {
  for (;;) {
    const seen = moved.seen();
    if (isThere(status())) return;
    await moved.since(seen, never);
  }
};

const isLive = ({ state }: FollowerStatus): boolean => state === 'live';
const hasStopped = ({ state }: FollowerStatus): boolean => state === 'stopped';
const isAway = ({ state }: FollowerStatus): boolean => state === 'away';

/** A cluster with events 1 to `count` of ours, by turns in two streams. */
const clusterOf = (count: number): MadeUpCluster => {
  const cluster = madeUpCluster();
  for (let n = 1; n <= count; n += 1) cluster.say(n % 2 === 1 ? planA : planB, n);
  return cluster;
};

const words = (replica: Replica): ReadonlyArray<string> =>
  rightOf(replica.reader.after(0, 1000)).map(
    ({ position, stream, revision }) => `${position} ${stream}@${revision}`,
  );

const fiveEvents = ['1 plan-a@0', '2 plan-b@0', '3 plan-a@1', '4 plan-b@1', '5 plan-a@2'];

describe('a follower', () => {
  it('given a cluster with events, then it takes them all in and is live', async () => {
    const { follower, opened, changes } = follow(clusterOf(5));
    expect(follower.status()).toEqual({
      state: 'behind',
      problem: undefined,
      ordinal: 0,
      lag: { events: 0, seconds: undefined },
      skipped: [],
    });
    await until(follower, isLive);
    expect(words(opened.replica())).toEqual(fiveEvents);
    expect(follower.status()).toMatchObject({ state: 'live', ordinal: 5, problem: undefined });
    // Three batches of two, and then live.
    expect(changes()).toBe(4);
  });

  it('given an empty cluster, then it is live with nothing', async () => {
    const { follower } = follow(madeUpCluster());
    await until(follower, isLive);
    expect(follower.status().ordinal).toBe(0);
  });

  it('given that more is written, then it follows', async () => {
    const { cluster, fake, follower, opened } = follow(clusterOf(4));
    await until(follower, isLive);
    cluster.say(planA, 5);
    fake.written();
    await until(follower, ({ ordinal }) => ordinal === 5);
    expect(words(opened.replica())).toEqual(fiveEvents);
    expect(follower.status().state).toBe('live');
  });

  it('given events that are not ours, then they are reported', async () => {
    const cluster = clusterOf(1);
    cluster.write({ stream: planA, id: wordsId(9), type: 'Other' });
    const { follower } = follow(cluster);
    await until(follower, isLive);
    expect(follower.status().skipped).toEqual([
      { stream: planA, revision: 1n, id: wordsId(9), type: 'Other', why: 'foreign' },
    ]);
  });

  it('given more events at once than are taken at once, then all are taken', async () => {
    const cluster = clusterOf(2500);
    const { follower } = follow(cluster, { fake: fakeConnection(cluster, { batches: [2500] }) });
    await until(follower, isLive);
    expect(follower.status().ordinal).toBe(2500);
  });

  it('given that it is stopped and started again, then it goes on from where it was', async () => {
    const cluster = clusterOf(4);
    const { fake, follower, opened } = follow(cluster);
    await until(follower, isLive);
    await follower.stop();
    opened.reopen();
    cluster.say(planA, 5);
    const { follower: again } = follow(cluster, { opened, fake });
    await until(again, isLive);
    expect(fake.asked).toEqual([undefined, at(300)]);
    expect(words(opened.replica())).toEqual(fiveEvents);
  });
});

describe('a follower that loses its cluster', () => {
  it('given a subscription that is cut, then it says why and subscribes again from where it was', async () => {
    const { cluster, fake, follower, opened, time } = follow(clusterOf(3));
    await until(follower, isLive);
    time.hold();
    fake.cut('the connection was reset');
    await until(follower, isAway);
    expect(follower.status()).toMatchObject({ state: 'away', problem: 'the connection was reset' });
    cluster.say(planB, 4);
    cluster.say(planA, 5);
    time.letGo();
    await until(follower, isLive);
    expect(fake.asked).toEqual([undefined, at(200)]);
    expect(words(opened.replica())).toEqual(fiveEvents);
    expect(follower.status().problem).toBeUndefined();
  });

  it('given a cluster that tells again what it had told, then nothing is there twice', async () => {
    const cluster = clusterOf(3);
    const fake = fakeConnection(cluster, { again: 2 });
    const { follower, opened } = follow(cluster, { fake });
    await until(follower, isLive);
    fake.cut('reset');
    await until(follower, isAway);
    cluster.say(planB, 4);
    cluster.say(planA, 5);
    await until(follower, isLive);
    expect(words(opened.replica())).toEqual(fiveEvents);
  });

  it('given a cluster that stays away, then it waits longer each time, up to half a minute', async () => {
    const cluster = clusterOf(1);
    const fake = fakeConnection(cluster);
    fake.away('no node answers');
    const time = makeTime();
    const { follower } = follow(cluster, { fake, time });
    await until(follower, isAway);
    while (time.waited.length < 10) await nextTurn();
    time.hold();
    fake.away(undefined);
    time.letGo();
    await until(follower, isLive);
    // Half a second doubled six times would be 32.
    expect(time.waited.slice(0, 10)).toEqual([
      250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('given that it was back in between, then the waits begin anew', async () => {
    const { fake, follower, time } = follow(clusterOf(1));
    for (let n = 0; n < 3; n += 1) {
      await until(follower, isLive);
      fake.cut('reset');
      await until(follower, isAway);
    }
    await until(follower, isLive);
    expect(time.waited).toEqual([250, 250, 250]);
  });

  it('given that it waits, when it is stopped, then it stops', async () => {
    const cluster = clusterOf(1);
    const fake = fakeConnection(cluster);
    fake.away('no node answers');
    const time = makeTime();
    time.hold();
    const { follower } = follow(cluster, { fake, time });
    await until(follower, isAway);
    await follower.stop();
    expect(time.waited).toEqual([250]);
  });
});

describe('a follower whose copy cannot be written', () => {
  it('given a full disk, then it says so and goes on once there is room', async () => {
    const cluster = clusterOf(5);
    const opened = openedReplica();
    const disk = new DatabaseSync(opened.file);
    disk.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON replica BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    const time = makeTime();
    time.hold();
    const { follower } = follow(cluster, { opened, time });
    await until(follower, ({ problem }) => problem !== undefined);
    expect(follower.status()).toMatchObject({ state: 'behind', ordinal: 0 });
    expect(follower.status().problem).toMatch(/^cannot write to .*replica\.db: full/);
    expect(follower.status().lag.events).toBe(2);
    disk.exec('DROP TRIGGER full');
    disk.close();
    time.letGo();
    await until(follower, isLive);
    expect(words(opened.replica())).toEqual(fiveEvents);
  });
});

describe('a follower that would go wrong', () => {
  it('given a copy of another cluster, then it stops before it takes anything and says what to do', async () => {
    const { follower, opened } = follow(clusterOf(3));
    await until(follower, isLive);
    await follower.stop();
    const other = madeUpCluster();
    for (let n = 11; n <= 16; n += 1) other.say(planA, n);
    const { follower: again, fake } = follow(other, { opened });
    await until(again, hasStopped);
    expect(again.status().problem).toMatch(
      /does not hold the last event of this node’s copy \(.*, revision 1 of trackrecord\.plan-a\).*name the right cluster, or move this node’s replica\.db away/,
    );
    expect(fake.asked).toEqual([]);
    expect(again.status().ordinal).toBe(3);
  });

  it('given a cluster that was restored to an earlier day, then it stops', async () => {
    const { follower, opened } = follow(clusterOf(5));
    await until(follower, isLive);
    await follower.stop();
    const { follower: again } = follow(clusterOf(3), { opened });
    await until(again, hasStopped);
  });

  it('given a gap, then it stops for good, and what came before it is served', async () => {
    const cluster = clusterOf(5);
    const all = cluster.all();
    const withoutThird = { ...cluster, all: () => all.filter((_, index) => index !== 2) };
    const { follower, opened, fake, time } = follow(withoutThird);
    await until(follower, hasStopped);
    expect(follower.status().problem).toMatch(
      /revision 2 of trackrecord\.plan-a.*revision 1 should/,
    );
    expect(words(opened.replica())).toEqual(['1 plan-a@0', '2 plan-b@0', '3 plan-b@1']);
    expect(await follower.caughtUp(never)).toBe(false);
    expect(fake.asked).toHaveLength(1);
    expect(time.waited).toEqual([]);
  });

  it('given an event from where there was said to be nothing, then it stops', async () => {
    const { cluster, fake, follower, opened } = follow(clusterOf(2));
    await until(follower, isLive);
    fake.tell({ _tag: 'Checkpoint', position: at(900) });
    cluster.say(planA, 3);
    fake.written();
    await until(follower, hasStopped);
    expect(follower.status().problem).toMatch(/may have numbered events wrongly/);
    expect(opened.replica().head()).toBe(2);
  });
});

describe('how far a follower remembers to have come', () => {
  it('given checkpoints and nothing of ours, then one in 64 is written down, and the last when it stops', async () => {
    const { fake, follower, opened } = follow(clusterOf(1));
    await until(follower, isLive);
    const tell = (n: number): void => {
      fake.tell({ _tag: 'Checkpoint', position: at(1000 + n) });
    };
    for (let n = 1; n <= 64; n += 1) tell(n);
    await nextTurn();
    expect(opened.replica().checkpoint()).toEqual(at(0));
    tell(65);
    tell(66);
    await nextTurn();
    expect(opened.replica().checkpoint()).toEqual(at(1065));
    await follower.stop();
    expect(opened.replica().checkpoint()).toEqual(at(1066));
  });

  it('given that it was told how far and then that it has caught up, then that is written down', async () => {
    const { fake, follower, opened } = follow(clusterOf(1));
    await until(follower, isLive);
    fake.tell({ _tag: 'Checkpoint', position: at(1000) });
    fake.tell({ _tag: 'CaughtUp' });
    await nextTurn();
    expect(opened.replica().checkpoint()).toEqual(at(1000));
  });
});

describe('waiting until a follower has caught up', () => {
  it('given that it has just started, then it has all that was stored at the call', async () => {
    const { follower } = follow(clusterOf(5));
    expect(await follower.caughtUp(never)).toBe(true);
    expect(follower.status().ordinal).toBe(5);
  });

  it('given that others have written last and it is live, then it asks anew and knows', async () => {
    const { cluster, fake, follower } = follow(clusterOf(3));
    await until(follower, isLive);
    cluster.say(planB, 4);
    cluster.writeElsewhere();
    expect(await follower.caughtUp(never)).toBe(true);
    expect(follower.status()).toMatchObject({ state: 'live', ordinal: 4 });
    expect(fake.asked).toHaveLength(2);
  });

  it('given that the last event is ours, then nobody asks anew', async () => {
    const { fake, follower } = follow(clusterOf(3));
    await until(follower, isLive);
    expect(await follower.caughtUp(never)).toBe(true);
    expect(fake.asked).toHaveLength(1);
  });

  it('given a cluster that is away, then who waits is told when it is back, or that they have waited enough', async () => {
    const cluster = clusterOf(3);
    const fake = fakeConnection(cluster);
    fake.away('no node answers');
    const time = makeTime();
    time.hold();
    const { follower } = follow(cluster, { fake, time });
    const impatient = new AbortController();
    const [patient, other] = [follower.caughtUp(never), follower.caughtUp(impatient.signal)];
    await until(follower, isAway);
    impatient.abort();
    expect(await other).toBe(false);
    fake.away(undefined);
    time.letGo();
    expect(await patient).toBe(true);
    expect(follower.status().ordinal).toBe(3);
  });

  it('given that it is stopped, then who waits is told', async () => {
    const cluster = clusterOf(3);
    const fake = fakeConnection(cluster);
    fake.away('no node answers');
    const time = makeTime();
    time.hold();
    const { follower } = follow(cluster, { fake, time });
    const waiting = follower.caughtUp(never);
    await until(follower, isAway);
    await follower.stop();
    expect(await waiting).toBe(false);
  });
});

describe('how far a follower is behind', () => {
  it('given a live one, then it is not, however long nothing happens', async () => {
    const { follower, time } = follow(clusterOf(3));
    await until(follower, isLive);
    time.pass(3600);
    expect(follower.status().lag).toEqual({ events: 0, seconds: 0 });
  });

  it('given events that this process has stored, then they count until they are told', async () => {
    const { cluster, fake, follower, time } = follow(clusterOf(3));
    await until(follower, isLive);
    time.pass(10);
    follower.acknowledged(streamNamed('plan-b'), 2n);
    follower.acknowledged(streamNamed('plan-c'), 0n);
    time.pass(5);
    // Revisions 1 and 2 of plan-b, and 0 of plan-c.
    expect(follower.status().lag).toEqual({ events: 3, seconds: 5 });
    cluster.say(planB, 4);
    cluster.say('trackrecord.plan-c', 5);
    fake.written();
    await until(follower, ({ ordinal }) => ordinal === 5);
    expect(follower.status().lag).toEqual({ events: 1, seconds: 5 });
    cluster.say(planB, 6);
    fake.written();
    await until(follower, ({ ordinal }) => ordinal === 6);
    expect(follower.status().lag).toEqual({ events: 0, seconds: 0 });
  });

  it('given that the cluster is away, then the seconds since count', async () => {
    const { fake, follower, time } = follow(clusterOf(3));
    await until(follower, isLive);
    time.pass(60);
    time.hold();
    fake.cut('reset');
    await until(follower, isAway);
    time.pass(30);
    expect(follower.status().lag).toEqual({ events: 0, seconds: 30 });
    time.letGo();
    await until(follower, isLive);
    expect(follower.status().lag).toEqual({ events: 0, seconds: 0 });
  });
});

describe('how far a follower has come', () => {
  it('given a month of events to catch up with, then the total is estimated by position and right at the end', async () => {
    const cluster = clusterOf(5);
    const { follower } = follow(cluster);
    await until(follower, ({ ordinal }) => ordinal === 4);
    // Positions 0 to 400: after four events 300 of 400 are behind.
    expect(follower.progress()).toEqual({ done: 4, total: 5 });
    await until(follower, isLive);
    expect(follower.progress()).toEqual({ done: 5, total: 5 });
  });
});

describe('any two followers', () => {
  const plan = fc.record({
    batches: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
    again: fc.nat(5),
    /** What happens once so many events are there. */
    events: fc.array(
      fc.record({ upTo: fc.nat(30), what: fc.constantFrom('cut', 'restart', 'renew') }),
      { maxLength: 4 },
    ),
  });

  /** Events by turns ours, somebody else’s and ours a second time. */
  const written = (n: number, cluster: MadeUpCluster): void => {
    const stream = `trackrecord.plan-${n % 3}`;
    if (n % 7 === 5) cluster.write({ stream, id: wordsId(500 + n), type: 'Other' });
    else cluster.say(stream, n % 11 === 10 ? n - 4 : n);
    if (n % 5 === 0) cluster.writeElsewhere();
  };

  const copyAfter = async ({
    batches,
    again,
    events,
  }: typeof plan extends fc.Arbitrary<infer P> ? P : never) => {
    const cluster = madeUpCluster();
    for (let n = 0; n < 15; n += 1) written(n, cluster);
    const fake = fakeConnection(cluster, { batches, again });
    const opened = openedReplica();
    let node = follow(cluster, { opened, fake });
    for (let n = 15; n < 30; n += 1) {
      written(n, cluster);
      fake.written();
      for (const { what } of events.filter(({ upTo }) => upTo === n)) {
        if (what === 'cut') fake.cut('reset');
        if (what === 'renew') await node.follower.caughtUp(never);
        if (what === 'restart') {
          await node.follower.stop();
          opened.reopen();
          node = follow(cluster, { opened, fake });
        }
      }
      await Promise.resolve();
    }
    expect(await node.follower.caughtUp(never)).toBe(true);
    const { skipped } = node.follower.status();
    return { events: rightOf(opened.replica().reader.after(0, 1000)), skipped };
  };

  it('given any batches, cuts and restarts while others write, then their copies are equal', async () => {
    const once = await copyAfter({ batches: [1], again: 0, events: [] });
    // Of 30 events 5, 12, 19 and 26 are somebody else's; 10 and 21 are 6 and 17 again.
    expect(once.events).toHaveLength(24);
    expect(once.skipped).toHaveLength(6);
    await fc.assert(
      fc.asyncProperty(plan, async (any) => {
        expect(await copyAfter(any)).toEqual(once);
      }),
      { seed: 20_261_122, numRuns: 40 },
    );
  });
});
