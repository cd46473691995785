import type { AppendToStreamOptions, EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import type { CallFault, Moment } from './index.ts';
import { collect, eventsOf, failureOf, isOpen, withPeer } from './with-peer.ts';

const stream = 't.plan';
const ways: ReadonlyArray<{ way: string; options: AppendToStreamOptions }> = [
  { way: 'batch', options: {} },
  { way: 'plain', options: { credentials: { username: 'u', password: 'p' } } },
];
const moments: ReadonlyArray<{ moment: Moment; stored: number }> = [
  { moment: 'before', stored: 0 },
  { moment: 'after', stored: 1 },
];

/** A client that has asked what the server can do: the first call of its kind is the one of the test. */
const warm = async (client: EventStoreDBClient): Promise<EventStoreDBClient> => {
  await client.appendToStream('t.warm', eventsOf('a'));
  return client;
};

describe.each(ways)('a fault of an append, the $way way', ({ way, options }) => {
  describe.each(moments)('$moment the write', ({ moment, stored }) => {
    it(
      'given a silent peer, when it is appended to, then no answer comes',
      withPeer({}, async ({ client, peer }) => {
        await warm(client);
        peer.faults.next('Append', { _tag: 'Silent', moment });
        const arrived = peer.arrival(({ kind }) => kind === 'Append');
        const append = client.appendToStream(stream, eventsOf('a'), options);
        await arrived;
        // The same connection still answers others.
        expect(await isOpen(append, client.appendToStream('t.other', eventsOf('b')))).toBe(true);
        expect(peer.store.stream(stream)).toHaveLength(stored);
        await peer.kill();
        expect(await failureOf(append)).toMatchObject({ type: 'unavailable' });
      }),
    );

    it(
      'given a connection that is dropped, when it is appended to, then the server is unavailable, whatever is stored',
      withPeer({}, async ({ client, peer }) => {
        await warm(client);
        peer.faults.next('Append', { _tag: 'Drop', moment });
        expect(
          await failureOf(client.appendToStream(stream, eventsOf('a'), options)),
        ).toMatchObject({ type: 'unavailable' });
        expect(peer.store.stream(stream)).toHaveLength(stored);
        const answer = await client.appendToStream(stream, eventsOf('a'), {
          ...options,
          expectedRevision: 'no_stream',
        });
        expect(answer.nextExpectedRevision).toBe(0n);
        expect(peer.store.stream(stream)).toHaveLength(1);
      }),
    );

    it(
      "given the server's own deadline passes, when it is appended to, then the outcome is unknown",
      withPeer({}, async ({ client, peer }) => {
        await warm(client);
        peer.faults.next('Append', { _tag: 'TimedOut', moment });
        expect(
          await failureOf(client.appendToStream(stream, eventsOf('a'), options)),
        ).toMatchObject({ type: way === 'batch' ? 'deadline-exceeded' : 'timeout' });
        expect(peer.store.stream(stream)).toHaveLength(stored);
      }),
    );

    it(
      'given a slow peer, when it is let go, then the answer comes',
      withPeer({}, async ({ client, peer }) => {
        await warm(client);
        const { promise: until, resolve: letGo } = Promise.withResolvers<undefined>();
        peer.faults.next('Append', { _tag: 'Slow', moment, until });
        const append = client.appendToStream(stream, eventsOf('a'), options);
        await peer.arrival(({ kind }) => kind === 'Append');
        expect(await isOpen(append, client.appendToStream('t.other', eventsOf('b')))).toBe(true);
        expect(peer.store.stream(stream)).toHaveLength(stored);
        letGo(undefined);
        expect(await append).toMatchObject({ success: true, nextExpectedRevision: 0n });
      }),
    );
  });

  it.each<{ fault: CallFault; type: string }>([
    {
      fault: { _tag: 'NotReady' },
      type: way === 'batch' ? 'unknown' : 'unavailable',
    },
    { fault: { _tag: 'TooBusy' }, type: way === 'batch' ? 'unknown' : 'unavailable' },
    {
      fault: { _tag: 'NotLeader', leader: { address: '127.0.0.1', port: 9 } },
      type: 'not-leader',
    },
  ])('given a peer that is $fault._tag, when it is appended to, then it says $type', (row) =>
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      peer.faults.next('Append', row.fault);
      expect(await failureOf(client.appendToStream(stream, eventsOf('a'), options))).toMatchObject({
        type: row.type,
      });
      expect(peer.store.stream(stream)).toEqual([]);
    })(),
  );
});

describe('a stream of appends', () => {
  it(
    'given the server ends it without an answer, when it is appended to, then none comes: the client waits on',
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      peer.faults.next('Append', { _tag: 'Ended', moment: 'after' });
      const append = client.appendToStream(stream, eventsOf('a'));
      const turn = (async () => {
        await peer.arrival(({ kind }) => kind === 'Append');
        await collect(client.readStream('t.warm'));
      })();
      expect(await isOpen(append, turn)).toBe(true);
      expect(peer.store.stream(stream)).toHaveLength(1);
    }),
  );

  it(
    'given it is ended while nothing is under way, when it is appended to, then no answer comes, though others do',
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      peer.endStreams();
      const credentials = { username: 'u', password: 'p' };
      await collect(client.readStream('t.warm'));
      const append = client.appendToStream(stream, eventsOf('a'));
      const plain = client.appendToStream('t.other', eventsOf('b'), { credentials });
      expect(await isOpen(append, plain)).toBe(true);
      expect(peer.store.stream(stream)).toEqual([]);
    }),
  );

  it(
    'given the first of two is slow, when the second is answered, then the first lands later',
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      const { promise: until, resolve: letGo } = Promise.withResolvers<undefined>();
      peer.faults.next('Append', { _tag: 'Slow', moment: 'before', until });
      const first = client.appendToStream(stream, eventsOf('a'));
      await client.appendToStream(stream, eventsOf('b'));
      letGo(undefined);
      await first;
      expect(peer.store.stream(stream).map(({ type }) => type)).toEqual(['b', 'a']);
    }),
  );
});

describe('a fault of a read', () => {
  it.each<{ fault: CallFault; type: string }>([
    { fault: { _tag: 'Drop', moment: 'before' }, type: 'unavailable' },
    { fault: { _tag: 'Drop', moment: 'after' }, type: 'unavailable' },
    { fault: { _tag: 'TimedOut', moment: 'before' }, type: 'timeout' },
    { fault: { _tag: 'NotReady' }, type: 'unavailable' },
    { fault: { _tag: 'TooBusy' }, type: 'unavailable' },
    {
      fault: { _tag: 'NotLeader', leader: { address: '127.0.0.1', port: 9 } },
      type: 'not-leader',
    },
  ])('given $fault, when a stream is read, then that is $type', ({ fault, type }) =>
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      peer.faults.next('Read', fault);
      expect(await failureOf(collect(client.readStream('t.warm')))).toMatchObject({ type });
    })(),
  );

  it(
    'given a silent peer, when a stream is read, then no answer comes',
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      peer.faults.next('Read', { _tag: 'Silent', moment: 'after' });
      const read = collect(client.readStream('t.warm'));
      expect(await isOpen(read, client.appendToStream('t.other', eventsOf('b')))).toBe(true);
      await peer.kill();
      expect(await failureOf(read)).toMatchObject({ type: 'unavailable' });
    }),
  );

  it(
    'given the server ends it before the first event, when a stream is read, then it looks empty',
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      peer.faults.next('Read', { _tag: 'Ended', moment: 'before' });
      expect(await collect(client.readStream('t.warm'))).toEqual([]);
    }),
  );

  it(
    'given a slow peer, when it is let go, then what was written meanwhile is read too',
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      const { promise: until, resolve: letGo } = Promise.withResolvers<undefined>();
      peer.faults.next('Read', { _tag: 'Slow', moment: 'before', until });
      const read = collect(client.readStream('t.warm'));
      await client.appendToStream('t.warm', eventsOf('b'));
      letGo(undefined);
      expect(await read).toHaveLength(2);
    }),
  );
});

describe('other calls', () => {
  it(
    'given the server does not say what it can do, when it is appended to, then no answer comes',
    withPeer({}, async ({ client, peer }) => {
      peer.faults.next('Features', { _tag: 'Silent', moment: 'before' });
      const append = client.appendToStream(stream, eventsOf('a'));
      await peer.arrival(({ kind }) => kind === 'Features');
      expect(await isOpen(append, failureOf(collect(client.readStream(stream))))).toBe(true);
      await peer.kill();
      expect(await failureOf(append)).toMatchObject({ code: 14 });
    }),
  );

  it(
    'given a deletion that is not answered for a dropped connection, when the stream is looked at, then it is gone',
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      peer.faults.next('Tombstone', { _tag: 'Drop', moment: 'after' });
      expect(await failureOf(client.tombstoneStream('t.warm'))).toMatchObject({
        type: 'unavailable',
      });
      expect(peer.store.lastRevision('t.warm')).toBe(2n ** 63n - 1n);
    }),
  );
});

describe('plans of faults', () => {
  it(
    'given a plan, when calls come, then it is asked about each, after what is queued, until it is cleared',
    withPeer({}, async ({ client, peer }) => {
      await warm(client);
      const asked: string[] = [];
      peer.faults.plan(({ kind, number, stream: name, ids }) => {
        asked.push(`${kind} ${number} ${name ?? ''} ${ids.length}`);
        return number === 2 ? { _tag: 'TimedOut', moment: 'after' } : undefined;
      });
      peer.faults.next('Append', { _tag: 'TimedOut', moment: 'before' });
      const outcomes = [];
      for (const type of ['a', 'b', 'c'])
        outcomes.push(await Promise.allSettled([client.appendToStream(stream, eventsOf(type))]));
      peer.faults.clear();
      await client.appendToStream(stream, eventsOf('d'));
      expect(outcomes.flat().map(({ status }) => status)).toEqual([
        'rejected',
        'rejected',
        'fulfilled',
      ]);
      expect(asked).toEqual(['Append 2 t.plan 1', 'Append 3 t.plan 1']);
      expect(peer.store.stream(stream).map(({ type }) => type)).toEqual(['b', 'c', 'd']);
    }),
  );
});
