import { type Pause, rememberingTail, type Writable } from '@trackrecord/application';
import { eventCodec } from '@trackrecord/domain';
import { memoryEventLog, openViews } from '@trackrecord/event-log';
import { Instant, StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
  appendEvents,
  eventIdNumber,
  eventsOf,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import type { FollowerStatus } from '../wiring/open-cluster.ts';
import { nodeFollower } from './node-follower.ts';
import { isReady, type NodeState, starting } from './node-state.ts';

const harbour = must(StreamName)('plan-harbour');

/** A node whose views hold one event, with a clock that is set by hand. */
const aNode = async () => {
  const remembered = rememberingTail(memoryEventLog(eventCodec));
  await appendEvents(remembered, harbour, eventsOf([aPlan]));
  const views = rightOf(await openViews({ file: ':memory:', log: remembered.log })());
  const { clock } = await memoryTrackrecord();
  const time = { now: '2026-06-30T09:00:00.000Z' };
  return {
    ...remembered,
    views,
    clock: { ...clock, now: () => must(Instant)(time.now) },
    setNow: (now: string) => {
      time.now = now;
    },
  };
};

const appendAction = ({ log }: Pick<Writable, 'log'>, number: number) =>
  appendEvents(
    { log },
    harbour,
    eventsOf([anAction(String(number))]).map((event) => ({
      ...event,
      id: eventIdNumber(100 + number),
    })),
  );

const never: Pause = (_, signal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

const status = (more: Partial<FollowerStatus>): FollowerStatus => ({
  state: 'live',
  problem: undefined,
  ordinal: 1,
  lag: { events: 0, seconds: 0 },
  skipped: [],
  ...more,
});

const unavailable = { _tag: 'Unavailable', message: 'the disk is gone' } as const;

/** Views that tell whenever they have caught up, well or not. */
const telling = (views: Writable['views']) => {
  const waiting: Array<() => void> = [];
  const caughtUp = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const told: Writable['views'] = {
    ...views,
    catchUp: (onProgress) => async () => {
      const outcome = await views.catchUp(onProgress)();
      // Once whoever asked for it has seen it.
      setImmediate(() => {
        waiting.splice(0).forEach((tell) => {
          tell();
        });
      });
      return outcome;
    },
  };
  return { views: told, caughtUp };
};

describe('a node that follows its log', () => {
  it('given a log that stands still, then it is live and holds everything', async () => {
    const follower = nodeFollower({ ...(await aNode()), pause: never });
    expect(follower.state()).toEqual({
      state: 'live',
      problem: null,
      ordinal: 1,
      views: 1,
      lag: { events: 0, seconds: 0 },
      skipped: { foreign: 0, repeated: 0 },
    });
  });

  it('given events that come while it follows, then its views take them in, until it is stopped', async () => {
    const node = await aNode();
    const { views, caughtUp } = telling(node.views);
    const follower = nodeFollower({ ...node, views, pause: never });
    const stop = new AbortController();
    const running = follower.run(stop.signal);
    for (const number of [1, 2, 3]) {
      const next = caughtUp();
      await appendAction(node, number);
      await next;
      expect(follower.state()).toMatchObject({ ordinal: 1 + number, views: 1 + number });
    }
    stop.abort();
    await running;
    expect(rightOf(node.views.head())).toBe(4);
  });

  it('given a log that cannot be read for a while, then it says why and since when, and goes on after', async () => {
    const node = await aNode();
    const { views, caughtUp } = telling(node.views);
    const broken = { is: true };
    const paused = Promise.withResolvers<AbortSignal>();
    const goOn = Promise.withResolvers<undefined>();
    const follower = nodeFollower({
      ...node,
      views,
      log: {
        ...node.log,
        follow: async function* follow(after, signal) {
          if (broken.is) yield E.left(unavailable);
          else yield* node.log.follow(after, signal);
        },
      },
      pause: (length_ms, signal) => {
        expect(length_ms).toBe(1000);
        paused.resolve(signal);
        return goOn.promise;
      },
    });
    const stop = new AbortController();
    const running = follower.run(stop.signal);
    await paused.promise;
    node.setNow('2026-06-30T09:01:30.000Z');
    expect(follower.state()).toMatchObject({
      state: 'away',
      problem: 'the disk is gone',
      lag: { events: 0, seconds: 90 },
    });
    broken.is = false;
    const next = caughtUp();
    await appendAction(node, 1);
    goOn.resolve(undefined);
    await next;
    expect(follower.state()).toMatchObject({ state: 'live', problem: null, views: 2 });
    stop.abort();
    await running;
  });

  it('given views that fail, then that is the problem', async () => {
    const node = await aNode();
    const views = { ...node.views, catchUp: () => TE.left(unavailable) };
    const paused = Promise.withResolvers<undefined>();
    const stop = new AbortController();
    const follower = nodeFollower({
      ...node,
      views,
      pause: (_, signal) => {
        paused.resolve(undefined);
        return never(0, signal);
      },
    });
    const running = follower.run(stop.signal);
    await appendAction(node, 1);
    await paused.promise;
    expect(follower.state()).toMatchObject({ state: 'away', problem: 'the disk is gone' });
    stop.abort();
    await running;
  });
});

describe('a node of a cluster', () => {
  const stateWith = async (more: Partial<FollowerStatus>): Promise<NodeState> => {
    const node = await aNode();
    const follower = nodeFollower({ ...node, pause: never, status: () => status(more) });
    node.setNow('2026-06-30T09:00:20.000Z');
    return follower.state();
  };

  it('given a copy that is behind, then both lags count, and the longer time', async () => {
    expect(
      await stateWith({ state: 'behind', ordinal: 5, lag: { events: 7, seconds: 12 } }),
    ).toMatchObject({ state: 'behind', ordinal: 5, views: 1, lag: { events: 11, seconds: 20 } });
    expect(
      await stateWith({ state: 'behind', ordinal: 5, lag: { events: 7, seconds: 31 } }),
    ).toMatchObject({ lag: { seconds: 31 } });
  });

  it('given a copy that never held everything, then nobody knows for how long', async () => {
    expect(
      (await stateWith({ state: 'behind', lag: { events: 7, seconds: undefined } })).lag,
    ).toEqual({ events: 7, seconds: null });
  });

  it('given a copy that follows no further, then why', async () => {
    expect(await stateWith({ state: 'stopped', problem: 'a gap' })).toMatchObject({
      state: 'stopped',
      problem: 'a gap',
    });
  });

  it('given events that are left out, then they are counted by why', async () => {
    const one = { stream: 's', revision: 1n, id: 'i', type: 't' };
    const skipped = (['foreign', 'repeated', 'foreign'] as const).map((why) => ({ ...one, why }));
    expect((await stateWith({ skipped })).skipped).toEqual({ foreign: 2, repeated: 1 });
  });
});

describe('whether a node may be asked', () => {
  const live: NodeState = { ...starting, state: 'live', lag: { events: 0, seconds: 0 } };

  it.each<readonly [string, NodeState, boolean]>([
    ['that is starting', starting, false],
    ['that holds everything', live, true],
    ['that held everything a minute ago', { ...live, lag: { events: 3, seconds: 60 } }, true],
    ['that has been behind for longer', { ...live, lag: { events: 3, seconds: 60.1 } }, false],
    [
      'whose cluster went away a moment ago',
      { ...live, state: 'away', lag: { events: 0, seconds: 9 } },
      true,
    ],
    [
      'whose cluster is away for long',
      { ...live, state: 'away', lag: { events: 0, seconds: 61 } },
      false,
    ],
    [
      'that never held everything',
      { ...live, state: 'behind', lag: { events: 3, seconds: null } },
      false,
    ],
    ['that follows no further', { ...live, state: 'stopped' }, false],
    ['whose copy another process brings forward', { ...live, state: 'elsewhere' }, true],
  ])('given one %s, then %s', (_case, state, ready) => {
    expect(isReady(state, 60)).toBe(ready);
  });
});
