import type { StorageError } from '@trackrecord/application/ports';
import type { ClusterConnection, ClusterPosition, FromCluster } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type CallFault, type DeliveryFault, type Peer } from '../cluster-peer/index.ts';
import { served } from '../cluster-peer/served.ts';
import { connected, deadline_ms, idle_ms, idOf, messageOf, testTime } from './connection-kit.ts';

type Told = E.Either<StorageError, FromCluster>;

/** A subscription that is told step by step. */
const following = (connection: ClusterConnection, after?: ClusterPosition) => {
  const stop = new AbortController();
  const told = connection.subscribe(after, stop.signal)[Symbol.asyncIterator]();
  const next = async (): Promise<Told | undefined> => {
    const step = await told.next();
    return step.done === true ? undefined : step.value;
  };
  const item = async (): Promise<FromCluster> => {
    const one = await next();
    if (one === undefined) throw new Error('it ended');
    if (E.isLeft(one)) throw new Error(messageOf(one));
    return one.right;
  };
  /** Everything up to and with the first that is wanted. */
  const until = async (
    wanted: (one: FromCluster) => boolean,
  ): Promise<ReadonlyArray<FromCluster>> => {
    const items: Array<FromCluster> = [];
    for (;;) {
      const one = await item();
      items.push(one);
      if (wanted(one)) return items;
    }
  };
  onTestFinished(() => {
    stop.abort();
  });
  return { next, item, until, stop };
};

const isCaughtUp = ({ _tag }: FromCluster): boolean => _tag === 'CaughtUp';
const eventsOf = (items: ReadonlyArray<FromCluster>) =>
  items.flatMap((item) => (item._tag === 'Events' ? item.events : []));
const idsOf = (items: ReadonlyArray<FromCluster>) => eventsOf(items).map(({ id }) => id);

const write = (peer: Peer, stream: string, ...names: ReadonlyArray<string>) =>
  peer.store.write(stream, ...names.map((name) => ({ type: 'X', id: idOf(name), data: { name } })));

const names = (count: number, prefix = 'n') =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('a subscription', () => {
  it('given events of several tenants, when one is followed, then its own come in order and no others', async () => {
    const peer = await served();
    write(peer, 't.plan-a', 'a');
    write(peer, 'tt.plan-a', 'b');
    write(peer, 't-other.plan-a', 'c');
    write(peer, 't.plan-b', 'd');
    const { until } = following(await connected({ connection: peer.connectionString }));
    const items = await until(isCaughtUp);
    expect(eventsOf(items)).toMatchObject([
      { stream: 't.plan-a', revision: 0n, id: idOf('a'), type: 'X', data: { name: 'a' } },
      { stream: 't.plan-b', revision: 0n, id: idOf('d'), type: 'X', data: { name: 'd' } },
    ]);
    expect(eventsOf(items).map(({ position }) => position.commit)).toEqual(
      ['t.plan-a', 't.plan-b'].map((name) => peer.store.stream(name)[0]?.position),
    );
  });

  it('given that it has caught up, when more is written, then that comes as it happens', async () => {
    const peer = await served();
    const { until, item } = following(await connected({ connection: peer.connectionString }));
    expect(idsOf(await until(isCaughtUp))).toEqual([]);
    write(peer, 't.plan-a', 'a', 'b');
    const items = [await item()];
    if (idsOf(items).length < 2) items.push(await item());
    expect(idsOf(items)).toEqual([idOf('a'), idOf('b')]);
  });

  it('given a position, when it is followed from there, then what came after it comes', async () => {
    const peer = await served();
    write(peer, 't.plan-a', 'a', 'b', 'c');
    const connection = await connected({ connection: peer.connectionString });
    const [, second] = eventsOf(await following(connection).until(isCaughtUp));
    const { until } = following(connection, second?.position);
    expect(idsOf(await until(isCaughtUp))).toEqual([idOf('c')]);
  });

  it('given twenty thousand events, when they are followed, then they come in batches, in order, before the end', async () => {
    const peer = await served();
    const all = names(20_000);
    for (let index = 0; index < all.length; index += 500) {
      write(peer, `t.plan-${index % 3}`, ...all.slice(index, index + 500));
    }
    const { until } = following(await connected({ connection: peer.connectionString }));
    const items = await until(isCaughtUp);
    expect(idsOf(items)).toEqual(all.map(idOf));
    const batches = items.filter(({ _tag }) => _tag === 'Events');
    expect(batches.length).toBeLessThan(1_000);
  });

  it('given many events of others, when it is followed, then checkpoints say so, and never ahead of events', async () => {
    const peer = await served();
    for (let index = 0; index < 20; index += 1) {
      write(peer, 'other.plan-a', ...names(1_000, `o${index}-`));
      write(peer, 't.plan-a', `n${index}`);
    }
    write(peer, 'other.plan-a', ...names(5_000, 'last-'));
    const { until } = following(await connected({ connection: peer.connectionString }));
    const items = await until(isCaughtUp);
    expect(idsOf(items)).toEqual(names(20).map(idOf));
    const places = items.flatMap((item) =>
      item._tag === 'Events'
        ? item.events.map(({ position }) => position.commit)
        : item._tag === 'Checkpoint'
          ? [item.position.commit]
          : [],
    );
    expect(places).toEqual(places.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    const lastOfOurs = peer.store.stream('t.plan-a').at(-1)?.position ?? 0n;
    expect(places.filter((place) => place > lastOfOurs).length).toBeGreaterThan(0);
  });

  it('given a checkpoint, when it is followed from there, then nothing is missing', async () => {
    const peer = await served();
    write(peer, 'other.plan-a', ...names(5_000, 'o'));
    const connection = await connected({ connection: peer.connectionString });
    const items = await following(connection).until(isCaughtUp);
    const checkpoint = items.find((item) => item._tag === 'Checkpoint');
    write(peer, 't.plan-a', 'a');
    expect(idsOf(await following(connection, checkpoint?.position).until(isCaughtUp))).toEqual([
      idOf('a'),
    ]);
  });

  it('given nobody who takes what comes, when there is a lot, then the rest stays where it is', async () => {
    const peer = await served();
    const large = 'x'.repeat(10_000);
    for (let index = 0; index < 20_000; index += 100) {
      peer.store.write(
        't.plan-a',
        ...names(100, `${index}-`).map((name) => ({ type: 'X', id: idOf(name), data: { large } })),
      );
    }
    const { item, until } = following(await connected({ connection: peer.connectionString }));
    let delivered = 0;
    peer.faults.planDeliveries(({ number }) => {
      delivered = number + 1;
      return undefined;
    });
    const first = await item();
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    // Until the server has had nothing more to send for a hundred turns.
    for (let still = 0, before = -1; still < 100; before = delivered) {
      await turn();
      still = delivered === before ? still + 1 : 0;
    }
    expect(delivered).toBeLessThan(10_000);
    const rest = await until(isCaughtUp);
    expect(idsOf([first, ...rest])).toHaveLength(20_000);
  });

  it('given that it is aborted, when it waits, then it ends without a word, and on the server too', async () => {
    const peer = await served();
    const { until, next, stop } = following(await connected({ connection: peer.connectionString }));
    await until(isCaughtUp);
    const waiting = next();
    stop.abort();
    expect(await waiting).toBeUndefined();
    expect(await next()).toBeUndefined();
  });
});

describe('a subscription that falls silent', () => {
  it.each([0, 3, 5])(
    'given events, when %i of them have come and no more, then after a while the rest come',
    async (count) => {
      const peer = await served();
      const time = testTime();
      write(peer, 'other.plan-a', ...names(3_000, 'o'));
      write(peer, 't.plan-a', ...names(6));
      peer.faults.planDeliveries(({ number }) =>
        number === count ? { _tag: 'Silent' } : undefined,
      );
      const { item, until } = following(
        await connected({ connection: peer.connectionString, ...time }),
      );
      const first: Array<FromCluster> = [];
      while (idsOf(first).length < count) first.push(await item());
      const rest = until(isCaughtUp);
      await time.awaited(idle_ms);
      peer.faults.clear();
      await time.pass(idle_ms);
      expect(idsOf([...first, ...(await rest)])).toEqual(names(6).map(idOf));
    },
  );

  it('given that all was told, when it is begun anew, then nothing comes twice', async () => {
    const peer = await served();
    const time = testTime();
    write(peer, 't.plan-a', 'a', 'b');
    const { item, until } = following(
      await connected({ connection: peer.connectionString, ...time }),
    );
    expect(idsOf(await until(isCaughtUp))).toEqual([idOf('a'), idOf('b')]);
    const again = until(isCaughtUp);
    await time.pass(idle_ms);
    expect(idsOf(await again)).toEqual([]);
    const next = item();
    write(peer, 't.plan-a', 'c');
    expect(idsOf([await next])).toEqual([idOf('c')]);
  });
});

describe('a subscription that ends', () => {
  const begun: ReadonlyArray<DeliveryFault> = [
    { _tag: 'Drop' },
    { _tag: 'Ended' },
    { _tag: 'NotReady' },
  ];

  it.each(begun)(
    'given $_tag after three events, when they are told, then it says why it ended',
    async (fault) => {
      const peer = await served();
      write(peer, 't.plan-a', ...names(6));
      peer.faults.planDeliveries(({ number }) => (number === 3 ? fault : undefined));
      const connection = await connected({ connection: peer.connectionString, ...testTime() });
      const { next } = following(connection);
      const told: Array<Told> = [];
      for (let one = await next(); one !== undefined; one = await next()) told.push(one);
      const last = told.pop();
      const ids = idsOf(told.flatMap((one) => (E.isRight(one) ? [one.right] : [])));
      // What was on its way when the connection went is lost with it.
      if (fault._tag !== 'Drop') expect(ids).toHaveLength(3);
      expect(ids).toEqual(names(ids.length).map(idOf));
      expect(last && messageOf(last)).toMatch(/^cannot follow the log in the cluster: \S/);
      peer.faults.clear();
      const { until } = following(connection);
      expect(idsOf(await until(isCaughtUp))).toEqual(names(6).map(idOf));
    },
  );

  const atOnce: ReadonlyArray<CallFault> = [
    { _tag: 'Drop', moment: 'before' },
    { _tag: 'Ended', moment: 'before' },
    { _tag: 'NotReady' },
  ];

  it.each(atOnce)('given $_tag at its beginning, then it says why', async (fault) => {
    const peer = await served();
    peer.faults.next('Subscribe', fault);
    const { next } = following(
      await connected({ connection: peer.connectionString, ...testTime() }),
    );
    const first = await next();
    expect(first && messageOf(first)).toMatch(/^cannot follow the log in the cluster: \S/);
    expect(await next()).toBeUndefined();
  });

  it('given a server that does not begin it, when its time is over, then it ends', async () => {
    const peer = await served();
    const time = testTime();
    peer.faults.next('Subscribe', { _tag: 'Silent', moment: 'before' });
    const arrived = peer.arrival(({ kind }) => kind === 'Subscribe');
    const { next } = following(await connected({ connection: peer.connectionString, ...time }));
    const first = next();
    await arrived;
    await time.pass(deadline_ms);
    const told = await first;
    expect(told && messageOf(told)).toMatch(/has not begun the subscription within 5 s$/);
  });

  it.each(['Unknown', 'Cancelled'] as const)(
    'given a server that shuts down (%s), then it ends',
    async (how) => {
      const peer = await served();
      const { until, next } = following(
        await connected({ connection: peer.connectionString, ...testTime() }),
      );
      await until(isCaughtUp);
      const waiting = next();
      await peer.shutDown(how);
      const told = await waiting;
      expect(told && messageOf(told)).toMatch(/^cannot follow the log in the cluster: \S/);
    },
  );

  it('given an append that hangs, when its client is given up, then the subscription ends with it', async () => {
    const peer = await served();
    const time = testTime();
    const connection = await connected({ connection: peer.connectionString, ...time });
    const { until, next } = following(connection);
    await until(isCaughtUp);
    const waiting = next();
    peer.faults.next('Append', { _tag: 'Silent', moment: 'before' });
    const arrived = peer.arrival(({ kind }) => kind === 'Append');
    const text = JSON.stringify({ id: idOf('a') });
    const events = [{ id: idOf('a'), type: 'X', text }];
    const appended = connection.append({ stream: 't.plan-a', expected: undefined, events })();
    await arrived;
    await time.pass(deadline_ms);
    const told = await waiting;
    expect(told && messageOf(told)).toContain('has not answered within 5 s');
    expect(E.isRight(await appended)).toBe(true);
  });

  it('given events that nobody has taken, when the server ends it and an append hangs, then all goes on', async () => {
    const peer = await served();
    const time = testTime();
    write(peer, 't.plan-a', ...names(5_000));
    const connection = await connected({ connection: peer.connectionString, ...time });
    const { item, next } = following(connection);
    await item();
    peer.endStreams();
    peer.faults.next('Append', { _tag: 'Silent', moment: 'before' });
    const arrived = peer.arrival(({ kind }) => kind === 'Append');
    const events = [{ id: idOf('a'), type: 'X', text: JSON.stringify({ id: idOf('a') }) }];
    const appended = connection.append({ stream: 't.plan-b', expected: undefined, events })();
    await arrived;
    await time.pass(deadline_ms);
    expect(E.isRight(await appended)).toBe(true);
    for (let told = await next(); told !== undefined; told = await next()) {
      if (E.isLeft(told))
        expect(messageOf(told)).toMatch(/^cannot follow the log in the cluster: \S/);
    }
  });

  it('given events that just fill the client’s buffers, when the server has ended it, then it can be closed', async () => {
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    // A batch, what is read ahead on both sides of the client, and what gRPC holds itself.
    for (let count = 2_036; count <= 2_052; count += 2) {
      const peer = await served();
      write(peer, 't.plan-a', ...names(count));
      const connection = await connected({ connection: peer.connectionString, ...testTime() });
      await following(connection).item();
      for (let turns = 0; turns < 60; turns += 1) await turn();
      peer.endStreams();
      for (let turns = 0; turns < 60; turns += 1) await turn();
      await connection.close();
    }
  });
});
