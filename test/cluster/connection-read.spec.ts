import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { type CallFault } from '../cluster-peer/index.ts';
import { served } from '../cluster-peer/served.ts';
import {
  connected,
  deadline_ms,
  happened,
  idOf,
  messageOf,
  patience_ms,
  stored,
  testTime,
} from './connection-kit.ts';

const isRead = ({ kind }: { kind: string }): boolean => kind === 'Read';

describe('reading from a cluster', () => {
  it('given events of ours and of others, when a stream is read, then each is as it is on the server', async () => {
    const peer = await served({ now: () => 1_751_357_400_123 });
    const { append, readStream } = await connected({ connection: peer.connectionString });
    const mine = happened('one');
    expect(await append({ stream: 't.plan-a', expected: undefined, events: [mine] })()).toEqual(
      stored,
    );
    peer.store.write(
      't.plan-a',
      { type: 'Json', id: idOf('two'), data: { a: [1] }, metadata: { who: 'else' } },
      { type: 'Bytes', id: idOf('three'), data: new Uint8Array([1, 2, 255]) },
    );
    const read = await readStream('t.plan-a', 0n, 10)();
    if (E.isLeft(read)) throw new Error(messageOf(read));
    const common = { stream: 't.plan-a', created_ms: 1_751_357_400_123 };
    expect(read.right).toMatchObject([
      {
        ...common,
        revision: 0n,
        id: mine.id,
        type: 'Happened',
        data: { id: mine.id, name: 'one' },
        metadata: { trackrecord: 1 },
      },
      {
        ...common,
        revision: 1n,
        id: idOf('two'),
        type: 'Json',
        data: { a: [1] },
        metadata: { who: 'else' },
      },
      {
        ...common,
        revision: 2n,
        id: idOf('three'),
        type: 'Bytes',
        data: undefined,
        metadata: undefined,
      },
    ]);
    const positions = peer.store.stream('t.plan-a').map(({ position }) => position);
    expect(read.right.map(({ position }) => position.prepare)).toEqual(positions);
  });

  it('given a stream of five, when two from revision 2 are read, then those come', async () => {
    const peer = await served();
    const { readStream, lastRevision, end } = await connected({
      connection: peer.connectionString,
    });
    const names = ['a', 'b', 'c', 'd', 'e'];
    peer.store.write('t.plan-a', ...names.map((name) => ({ type: 'X', id: idOf(name) })));
    const read = await readStream('t.plan-a', 2n, 2)();
    expect(E.isRight(read) && read.right.map(({ id }) => id)).toEqual([idOf('c'), idOf('d')]);
    expect(await readStream('t.plan-a', 5n, 2)()).toEqual(E.right([]));
    expect(await lastRevision('t.plan-a')()).toEqual(E.right(4n));
    const last = peer.store.stream('t.plan-a')[4]?.position;
    expect(await end()()).toEqual(E.right({ commit: last, prepare: last }));
  });

  it('given no such stream, or one that was deleted softly, when it is read, then there is nothing', async () => {
    const peer = await served();
    const { readStream, lastRevision } = await connected({ connection: peer.connectionString });
    peer.store.write('t.plan-b', { type: 'X' });
    peer.store.softDelete('t.plan-b');
    for (const stream of ['t.plan-a', 't.plan-b']) {
      expect(await readStream(stream, 0n, 10)()).toEqual(E.right([]));
      expect(await lastRevision(stream)()).toEqual(E.right(undefined));
    }
    expect(peer.connections()).toBe(1);
  });

  it('given a tombstone, when the stream is read, then it says so', async () => {
    const peer = await served();
    const { lastRevision } = await connected({ connection: peer.connectionString, ...testTime() });
    peer.store.write('t.plan-a', { type: 'X' });
    peer.store.tombstone('t.plan-a');
    expect(messageOf(await lastRevision('t.plan-a')())).toContain(
      'was deleted for good on the server',
    );
  });

  const faults: ReadonlyArray<CallFault> = [
    { _tag: 'Drop', moment: 'before' },
    { _tag: 'Drop', moment: 'after' },
    { _tag: 'TimedOut', moment: 'before' },
    { _tag: 'NotLeader' },
    { _tag: 'NotReady' },
    { _tag: 'TooBusy' },
  ];

  it.each(faults)(
    'given $_tag $moment, when it is asked again, then it is answered',
    async (fault) => {
      const peer = await served();
      const { lastRevision } = await connected({
        connection: peer.connectionString,
        ...testTime(),
      });
      peer.store.write('t.plan-a', { type: 'X' });
      peer.faults.next('Read', fault);
      expect(await lastRevision('t.plan-a')()).toEqual(E.right(0n));
    },
  );

  it('given a read that is never answered, when its time is over, then it is asked again through another client', async () => {
    const peer = await served();
    const time = testTime();
    const { lastRevision } = await connected({ connection: peer.connectionString, ...time });
    peer.store.write('t.plan-a', { type: 'X' });
    peer.faults.next('Read', { _tag: 'Silent', moment: 'before' });
    const arrived = peer.arrival(isRead);
    const answer = lastRevision('t.plan-a')();
    await arrived;
    await time.pass(deadline_ms);
    expect(await answer).toEqual(E.right(0n));
    expect(peer.connections()).toBe(1);
  });

  it('given a read that breaks, while an append is under way, then both come to their end', async () => {
    const peer = await served();
    const { append, lastRevision } = await connected({
      connection: peer.connectionString,
      ...testTime(),
    });
    const until = Promise.withResolvers<undefined>();
    peer.faults.next('Append', { _tag: 'Slow', moment: 'after', until: until.promise });
    peer.faults.next('Read', { _tag: 'Drop', moment: 'before' });
    const arrived = peer.arrival(({ kind }) => kind === 'Append');
    const events = [happened('one')];
    const appended = append({ stream: 't.plan-a', expected: undefined, events })();
    await arrived;
    expect(await lastRevision('t.plan-a')()).toEqual(E.right(0n));
    expect(await appended).toEqual(stored);
    until.resolve(undefined);
    expect(peer.store.stream('t.plan-a')).toHaveLength(1);
  });

  it('given that it is closed, when anything is asked, then it says so', async () => {
    const peer = await served();
    const connection = await connected({ connection: peer.connectionString, ...testTime() });
    expect(await connection.lastRevision('t.plan-a')()).toEqual(E.right(undefined));
    peer.faults.next('Read', { _tag: 'Silent', moment: 'before' });
    const arrived = peer.arrival(isRead);
    const underWay = connection.end()();
    await arrived;
    await connection.close();
    const closed = 'the connection to the cluster is closed';
    expect(messageOf(await underWay)).toBe(`cannot read the end of the log: ${closed}`);
    expect(messageOf(await connection.lastRevision('t.plan-a')())).toBe(
      `cannot read t.plan-a: ${closed}`,
    );
    await connection.close();
  });
});

describe('the clocks of this machine and of the server', () => {
  const one = { stream: 't.plan-a', expected: undefined, events: [happened('one')] };
  const second = 1_000;

  /** A clock that can be set; the peer’s answers carry the machine’s own. */
  const settable = () => {
    const state = { ahead_ms: 0 };
    return {
      set: (ahead_ms: number) => void (state.ahead_ms = ahead_ms),
      now: () => Date.now() + state.ahead_ms,
    };
  };

  it.each([-90, 0, 90])(
    'given a clock that is %i s ahead, when it is asked for, then it is told',
    async (ahead_s) => {
      const peer = await served();
      const clock = settable();
      clock.set(ahead_s * second);
      const { clockSkew_ms } = await connected({
        connection: peer.connectionString,
        now: clock.now,
      });
      const skew = await clockSkew_ms()();
      const told = E.isRight(skew) ? skew.right : undefined;
      expect(Math.abs((told ?? Number.NaN) - ahead_s * second)).toBeLessThan(2 * second);
    },
  );

  it.each([-90, 90])(
    'given a clock that is %i s ahead, when something is appended, then it is refused until it is set right',
    async (ahead_s) => {
      const peer = await served();
      const clock = settable();
      clock.set(ahead_s * second);
      const connection = { connection: peer.connectionString, now: clock.now, ...testTime() };
      const { append, lastRevision } = await connected(connection);
      const message = messageOf(await append(one)());
      expect(message).toMatch(
        /^cannot append to t\.plan-a: this machine’s clock says \S+Z, that of the server \S+ \S+Z: they are (89|90|91) s apart, where 60 s are allowed; set the wrong one right; nothing was stored$/,
      );
      expect(await lastRevision('t.plan-a')()).toEqual(E.right(undefined));
      clock.set(0);
      expect(await append(one)()).toEqual(stored);
    },
  );

  it('given a clock that goes wrong later, when five minutes have passed, then an append is refused', async () => {
    const peer = await served();
    const clock = settable();
    const { append } = await connected({
      connection: peer.connectionString,
      now: clock.now,
      ...testTime(),
    });
    expect(await append(one)()).toEqual(stored);
    clock.set(301 * second);
    const two = { ...one, expected: 0n, events: [happened('two')] };
    expect(messageOf(await append(two)())).toMatch(/they are 30[012] s apart/);
  });

  it('given more that is allowed, when the clocks are that far apart, then appends are stored', async () => {
    const peer = await served();
    const clock = settable();
    clock.set(90 * second);
    const { append } = await connected({
      connection: peer.connectionString,
      now: clock.now,
      maxSkew_ms: 120 * second,
      ...testTime(),
    });
    expect(await append(one)()).toEqual(stored);
  });
});

it('given a read that is tried until patience ends, then the tries are counted', async () => {
  const peer = await served();
  const time = testTime();
  const { lastRevision } = await connected({ connection: peer.connectionString, ...time });
  peer.faults.plan(({ kind }) => (kind === 'Read' ? { _tag: 'TooBusy' } : undefined));
  const arrived = peer.arrival(({ kind, number }) => kind === 'Read' && number === 3);
  const read = lastRevision('t.plan-a')();
  await arrived;
  await time.pass(patience_ms);
  expect(messageOf(await read)).toMatch(
    /^cannot read t\.plan-a: the server \S+ is too busy \(tried \d+ times\)$/,
  );
});
