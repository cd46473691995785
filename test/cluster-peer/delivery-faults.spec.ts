import { once } from 'node:events';
import { streamNameFilter } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import type { CallFault, DeliveryFault, Peer } from './index.ts';
import { collect, eventsOf, isOpen, listen, type Told, withPeer } from './with-peer.ts';

const stream = 't.plan';
const filter = streamNameFilter({ prefixes: ['t.'] });

/** Three events, and a subscription on which something goes wrong with the second of them. */
const withFault = (
  fault: (peer: Peer) => DeliveryFault,
  test: (bench: { peer: Peer; told: Told }) => Promise<void>,
): (() => Promise<void>) =>
  withPeer({}, async ({ client, peer }) => {
    peer.store.write(stream, { type: 'a' }, { type: 'b' }, { type: 'c' });
    peer.faults.planDeliveries(({ kind, event }) =>
      kind === 'Subscribe' && event.type === 'b' ? fault(peer) : undefined,
    );
    await test({ peer, told: listen(client.subscribeToAll({ filter })) });
  });

describe('a fault on the way to a subscription', () => {
  it.each<{ fault: DeliveryFault; lines: ReadonlyArray<string> }>([
    {
      fault: { _tag: 'Twice' },
      lines: ['t.plan@0 a', 't.plan@1 b', 't.plan@1 b', 't.plan@2 c', 'caught up'],
    },
    { fault: { _tag: 'Skipped' }, lines: ['t.plan@0 a', 't.plan@2 c', 'caught up'] },
    {
      fault: { _tag: 'Swapped' },
      lines: ['t.plan@0 a', 't.plan@2 c', 't.plan@1 b', 'caught up'],
    },
  ])('given an event is $fault._tag, when events come, then they come so', ({ fault, lines }) =>
    withFault(
      () => fault,
      async ({ told }) => {
        expect(await told.until(lines.length)).toEqual(lines);
      },
    )(),
  );

  it(
    'given another event takes its place, when events come, then that is what comes',
    withFault(
      ({ store }) => {
        const [first] = store.stream(stream);
        if (!first) throw new Error('It was written.');
        return { _tag: 'Replaced', by: { ...first, revision: 7n, type: 'x', wire: undefined } };
      },
      async ({ told }) => {
        expect(await told.until(4)).toEqual([
          't.plan@0 a',
          't.plan@7 x',
          't.plan@2 c',
          'caught up',
        ]);
      },
    ),
  );

  it(
    'given the connection is dropped, when events come, then the subscription ends with an error',
    withFault(
      () => ({ _tag: 'Drop' }),
      async ({ told }) => {
        expect(await told.ended).toMatchObject({ type: 'unavailable' });
        // What was sent just before may be lost with the connection.
        expect(['t.plan@0 a'].slice(0, told.lines.length)).toEqual(told.lines);
      },
    ),
  );

  it(
    'given the server is no longer ready, when events come, then the subscription ends with an error',
    withFault(
      () => ({ _tag: 'NotReady' }),
      async ({ told }) => {
        expect(await told.ended).toMatchObject({ type: 'unavailable' });
      },
    ),
  );

  it(
    'given the server ends the subscription, when events come, then it ends without an error',
    withFault(
      () => ({ _tag: 'Ended' }),
      async ({ told }) => {
        expect(await told.ended).toBe('ended');
        expect(told.lines).toEqual(['t.plan@0 a']);
      },
    ),
  );

  it(
    'given the server falls silent, when more is written, then nothing more comes',
    withFault(
      () => ({ _tag: 'Silent' }),
      async ({ peer, told }) => {
        await told.until(1);
        peer.store.write(stream, { type: 'd' });
        await peer.kill();
        await told.ended;
        expect(told.lines).toEqual(['t.plan@0 a']);
      },
    ),
  );

  it('given a slow event, when it is let go, then it comes, and then the rest in order', async () => {
    const { promise: until, resolve: letGo } = Promise.withResolvers<undefined>();
    await withFault(
      () => ({ _tag: 'Slow', until }),
      async ({ peer, told }) => {
        expect(await told.until(1)).toEqual(['t.plan@0 a']);
        peer.store.write(stream, { type: 'd' });
        letGo(undefined);
        const lines = ['t.plan@0 a', 't.plan@1 b', 't.plan@2 c', 't.plan@3 d', 'caught up'];
        expect(await told.until(5)).toEqual(lines);
      },
    )();
  });
});

describe('a fault of a subscription', () => {
  it.each<{ fault: CallFault; type: string }>([
    { fault: { _tag: 'Drop', moment: 'before' }, type: 'unavailable' },
    { fault: { _tag: 'Drop', moment: 'after' }, type: 'unavailable' },
    { fault: { _tag: 'NotReady' }, type: 'unavailable' },
    { fault: { _tag: 'TimedOut', moment: 'after' }, type: 'timeout' },
  ])('given $fault, when one subscribes, then it ends with $type', ({ fault, type }) =>
    withPeer({}, async ({ client, peer }) => {
      peer.faults.next('Subscribe', fault);
      expect(await listen(client.subscribeToAll({ filter })).ended).toMatchObject({ type });
    })(),
  );

  it(
    'given it is ended as soon as it is confirmed, when one subscribes, then it ends without an error',
    withPeer({}, async ({ client, peer }) => {
      peer.faults.next('Subscribe', { _tag: 'Ended', moment: 'after' });
      expect(await listen(client.subscribeToAll({ filter })).ended).toBe('ended');
    }),
  );

  it(
    'given a silent peer, when one subscribes, then it is not even confirmed',
    withPeer({}, async ({ client, peer }) => {
      peer.faults.next('Subscribe', { _tag: 'Silent', moment: 'before' });
      const subscription = client.subscribeToAll({ filter });
      const told = listen(subscription);
      const confirmation = once(subscription, 'confirmation');
      expect(await isOpen(confirmation, client.appendToStream(stream, eventsOf('a')))).toBe(true);
      expect(told.lines).toEqual([]);
    }),
  );
});

describe('a fault on the way to a read', () => {
  it(
    'given an event is left out, when a stream is read, then it is not there',
    withPeer({}, async ({ client, peer }) => {
      peer.store.write(stream, { type: 'a' }, { type: 'b' });
      peer.faults.nextDelivery({ _tag: 'Skipped' });
      const events = await collect(client.readStream(stream));
      expect(events.map(({ event }) => event?.type)).toEqual(['b']);
    }),
  );
});
