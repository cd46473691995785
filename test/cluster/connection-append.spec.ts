import { describe, expect, it } from 'vitest';
import { type CallFault, createStore, type Peer } from '../cluster-peer/index.ts';
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
  wrongRevision,
} from './connection-kit.ts';

const idsIn = (peer: Peer, stream: string): ReadonlyArray<string> =>
  peer.store.stream(stream).map(({ id }) => id);

const isAppend = ({ kind }: { kind: string }): boolean => kind === 'Append';

describe('an append to a cluster', () => {
  it('given a new stream, when events are appended at what it holds, then all are stored in order', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString });
    const stream = 't.plan-a';
    const [one, two, three] = [happened('one'), happened('two'), happened('three')];
    expect(await append({ stream, expected: undefined, events: [one, two] })()).toEqual(stored);
    expect(await append({ stream, expected: 1n, events: [three] })()).toEqual(stored);
    expect(idsIn(peer, stream)).toEqual([one.id, two.id, three.id]);
    const [first] = peer.store.stream(stream);
    expect(first).toMatchObject({ type: 'Happened', isJson: true });
    expect(Buffer.from(first?.data ?? []).toString()).toBe(one.text);
    expect(Buffer.from(first?.metadata ?? []).toString()).toBe('{"trackrecord":1}');
  });

  it('given a stream that is elsewhere, when an append says otherwise, then it is told and nothing is stored', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString });
    peer.store.write('t.plan-a', { type: 'X' }, { type: 'X' });
    const events = [happened('one')];
    for (const expected of [undefined, 0n, 2n]) {
      expect(await append({ stream: 't.plan-a', expected, events })()).toEqual(wrongRevision);
    }
    expect(peer.store.stream('t.plan-a')).toHaveLength(2);
  });

  it('given an append that is stored, when it is repeated, then it is stored once', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString });
    const one = {
      stream: 't.plan-a',
      expected: undefined,
      events: [happened('one'), happened('two')],
    };
    expect(await append(one)()).toEqual(stored);
    peer.store.write('t.plan-a', { type: 'X' });
    expect(await append(one)()).toEqual(stored);
    expect(peer.store.stream('t.plan-a')).toHaveLength(3);
  });

  it('given a server that no longer knows ids, when its own events follow the expected revision, then they are stored', async () => {
    const store = createStore();
    const peer = await served({
      store: { ...store, append: () => ({ _tag: 'WrongExpectedVersion', current: 5n }) },
    });
    const { append } = await connected({ connection: peer.connectionString });
    const named = (name: string) => ({ type: 'Happened', id: idOf(name) });
    store.write('t.plan-a', named('zero'), named('one'), named('two'), named('three'));
    const appended = (expected: bigint | undefined, ...names: ReadonlyArray<string>) =>
      append({ stream: 't.plan-a', expected, events: names.map(happened) })();
    expect(await appended(0n, 'one', 'two')).toEqual(stored);
    expect(await appended(undefined, 'zero')).toEqual(stored);
    expect(await appended(0n, 'two', 'one')).toEqual(wrongRevision);
    expect(await appended(0n, 'one', 'three')).toEqual(wrongRevision);
    expect(await appended(1n, 'one', 'two')).toEqual(wrongRevision);
    expect(await appended(2n, 'three', 'four')).toEqual(wrongRevision);
    expect(await appended(9n, 'one')).toEqual(wrongRevision);
  });

  it('given a cold client, when forty appends begin together, then they are stored in their order', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString });
    const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
    const outcomes = await Promise.all(
      names.map((name) =>
        append({ stream: `t.plan-${name}`, expected: undefined, events: [happened(name)] })(),
      ),
    );
    expect(outcomes).toEqual(names.map(() => stored));
    const ours = peer.store.all().filter(({ stream }) => stream.startsWith('t.'));
    expect(ours.map(({ id }) => id)).toEqual(names.map(idOf));
  });

  it('given no events, when they are appended, then nothing is asked', async () => {
    const { append } = await connected({ connection: 'esdb://127.0.0.1:1?tls=false' });
    expect(await append({ stream: 't.plan-a', expected: undefined, events: [] })()).toEqual(stored);
  });
});

describe('an append whose outcome is not known', () => {
  const answered: ReadonlyArray<CallFault> = [
    { _tag: 'Drop', moment: 'before' },
    { _tag: 'Drop', moment: 'after' },
    { _tag: 'TimedOut', moment: 'before' },
    { _tag: 'TimedOut', moment: 'after' },
    { _tag: 'Ended', moment: 'before' },
    { _tag: 'Ended', moment: 'after' },
    { _tag: 'NotReady' },
    { _tag: 'TooBusy' },
  ];
  const one = { stream: 't.plan-a', expected: undefined, events: [happened('one')] };

  it.each(answered)(
    'given $_tag $moment, when it is tried again, then it is stored once',
    async (fault) => {
      const peer = await served();
      const { append } = await connected({ connection: peer.connectionString, ...testTime() });
      peer.faults.next('Append', fault, fault);
      expect(await append(one)()).toEqual(stored);
      expect(idsIn(peer, 't.plan-a')).toEqual([idOf('one')]);
    },
  );

  it.each(['before', 'after'] as const)(
    'given a server that falls silent %s the write, when its time is over, then the same is stored once through another client',
    async (moment) => {
      const peer = await served();
      const time = testTime();
      const { append } = await connected({ connection: peer.connectionString, ...time });
      peer.faults.next('Append', { _tag: 'Silent', moment });
      const arrived = peer.arrival(isAppend);
      const appended = append(one)();
      await arrived;
      await time.pass(deadline_ms);
      expect(await appended).toEqual(stored);
      expect(idsIn(peer, 't.plan-a')).toEqual([idOf('one')]);
      expect(peer.connections()).toBe(1);
    },
  );

  it('given a first try that lands late, when the second has landed, then it is stored once', async () => {
    const peer = await served();
    const time = testTime();
    const { append } = await connected({ connection: peer.connectionString, ...time });
    const late = Promise.withResolvers<undefined>();
    peer.faults.next('Append', { _tag: 'Slow', moment: 'before', until: late.promise });
    const arrived = peer.arrival(isAppend);
    const appended = append(one)();
    await arrived;
    await time.pass(deadline_ms);
    expect(await appended).toEqual(stored);
    late.resolve(undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(idsIn(peer, 't.plan-a')).toEqual([idOf('one')]);
  });

  it('given that others wrote meanwhile, when it had not landed, then the stream is elsewhere', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString, ...testTime() });
    peer.faults.next('Append', { _tag: 'Drop', moment: 'before' });
    void peer.arrival(isAppend).then(() => peer.store.write('t.plan-a', { type: 'X' }));
    expect(await append(one)()).toEqual(wrongRevision);
    expect(peer.store.stream('t.plan-a')).toHaveLength(1);
  });

  it('given many under way, when their connection drops, then each is stored once', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString, ...testTime() });
    expect(await append(one)()).toEqual(stored);
    const names = Array.from({ length: 600 }, (_, index) => `m${index}`);
    peer.faults.plan(({ number }) =>
      number % 97 === 50
        ? { _tag: 'Drop', moment: number % 2 === 0 ? 'before' : 'after' }
        : undefined,
    );
    const outcomes = await Promise.all(
      names.map((name) =>
        append({ stream: `t.plan-${name}`, expected: undefined, events: [happened(name)] })(),
      ),
    );
    expect(outcomes).toEqual(names.map(() => stored));
    const ours = peer.store.all().filter(({ stream }) => stream.startsWith('t.plan-m'));
    expect(ours.map(({ id }) => id).toSorted()).toEqual(names.map(idOf).toSorted());
  });

  it('given more under way than the connection holds, when it drops, then each is stored once', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString, ...testTime() });
    expect(await append(one)()).toEqual(stored);
    peer.faults.next('Append', { _tag: 'Drop', moment: 'before' });
    const names = Array.from({ length: 60 }, (_, index) => `l${index}`);
    const large = (name: string) => ({
      ...happened(name),
      text: JSON.stringify({ id: idOf(name), words: 'x'.repeat(100_000) }),
    });
    const outcomes = await Promise.all(
      names.map((name) =>
        append({ stream: `t.plan-${name}`, expected: undefined, events: [large(name)] })(),
      ),
    );
    expect(outcomes).toEqual(names.map(() => stored));
    const ours = peer.store.all().filter(({ stream }) => stream.startsWith('t.plan-l'));
    expect(ours).toHaveLength(60);
  });

  it('given another client in the process that breaks, when answers come to this one, then nothing is lost', async () => {
    const [breaking, standing] = [await served(), await served()];
    const other = await connected({ connection: breaking.connectionString, ...testTime() });
    const { append } = await connected({ connection: standing.connectionString, ...testTime() });
    const late = Promise.withResolvers<undefined>();
    standing.faults.next('Append', { _tag: 'Slow', moment: 'after', until: late.promise });
    breaking.faults.next('Append', { _tag: 'Drop', moment: 'before' });
    const arrived = standing.arrival(isAppend);
    const appended = append(one)();
    await arrived;
    // The client's own appends wait in one table of the process, which the first to break empties.
    expect(await other.append(one)()).toEqual(stored);
    late.resolve(undefined);
    expect(await appended).toEqual(stored);
    expect(idsIn(standing, 't.plan-a')).toEqual([idOf('one')]);
  });

  it('given a stream of appends that the server ended while nothing was under way, then the next append is stored', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString, ...testTime() });
    expect(await append(one)()).toEqual(stored);
    peer.endStreams();
    await new Promise((resolve) => setImmediate(resolve));
    const two = { stream: 't.plan-a', expected: 0n, events: [happened('two')] };
    expect(await append(two)()).toEqual(stored);
  });

  it('given a server that never answers, when patience ends, then it is told that it may be stored all the same', async () => {
    const peer = await served();
    const time = testTime();
    const { append } = await connected({ connection: peer.connectionString, ...time });
    peer.faults.plan(({ kind }) =>
      kind === 'Append' ? { _tag: 'Silent', moment: 'before' } : undefined,
    );
    const arrived = peer.arrival(isAppend);
    const appended = append(one)();
    await arrived;
    const again = peer.arrival(isAppend);
    await time.pass(deadline_ms);
    await again;
    await time.pass(patience_ms);
    await time.pass(deadline_ms);
    const { address, port } = peer.endpoint;
    expect(messageOf(await appended)).toBe(
      `cannot append to t.plan-a: the server ${address}:${port} has not answered within 5 s (tried 2 times); ` +
        'it may be stored all the same: repeat it, it is stored once at most',
    );
  });
});

describe('an append that a server refuses for good', () => {
  const one = { stream: 't.plan-a', expected: undefined, events: [happened('one')] };

  it('given a stream with a tombstone, when it is written to, then it says so at once', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString, ...testTime() });
    peer.store.write('t.plan-a', { type: 'X' });
    peer.store.tombstone('t.plan-a');
    expect(messageOf(await append(one)())).toBe(
      'cannot append to t.plan-a: the stream t.plan-a was deleted for good on the server (it has a tombstone): ' +
        'nothing can be written to it again; nothing was stored',
    );
  });

  it('given more than the server takes, when it is appended, then it says how much it takes', async () => {
    const peer = await served({ maxAppendSize: 1000 });
    const { append } = await connected({ connection: peer.connectionString, ...testTime() });
    const { id, type } = happened('big');
    const big = { id, type, text: JSON.stringify({ id, words: 'x'.repeat(2000) }) };
    const outcome = await append({ ...one, events: [big] })();
    expect(messageOf(outcome)).toContain('takes at most 1000 bytes in one append');
    expect(messageOf(outcome)).toContain('nothing was stored');
    expect(await append(one)()).toEqual(stored);
  });
});
