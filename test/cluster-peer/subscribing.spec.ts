import {
  END,
  eventTypeFilter,
  excludeSystemEvents,
  type Filter,
  type Position,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { comparePositions, positionOf } from './stored-event.ts';
import { confirmed, eventsOf, listen, withPeer } from './with-peer.ts';

const stream = 't.plan';

describe('subscribing to $all', () => {
  it(
    'given events, when one subscribes from the start, then they come, then it is caught up, then what happens comes',
    withPeer({}, async ({ client, peer }) => {
      await client.appendToStream(stream, eventsOf('a', 'b'));
      const told = listen(client.subscribeToAll({ filter: excludeSystemEvents() }));
      await told.until(3);
      peer.store.write('u.other', { type: 'c' });
      expect(await told.until(4)).toEqual(['t.plan@0 a', 't.plan@1 b', 'caught up', 'u.other@0 c']);
    }),
  );

  it(
    'given no filter, when one subscribes, then what the server writes itself comes too',
    withPeer({}, async ({ client }) => {
      const told = listen(client.subscribeToAll());
      expect(await told.until(3)).toEqual([
        '$$$stats-127.0.0.1:2113@0 $metadata',
        '$stats-127.0.0.1:2113@0 $statsCollected',
        'caught up',
      ]);
    }),
  );

  it.each<{ about: string; filter: Filter; lines: ReadonlyArray<string> }>([
    {
      about: "streams' prefix t.",
      filter: streamNameFilter({ prefixes: ['t.'] }),
      lines: ['t.plan@0 a', 't.party@0 ab', 'caught up'],
    },
    {
      about: 'one of two prefixes',
      filter: streamNameFilter({ prefixes: ['tt', 't.pa'] }),
      lines: ['t.party@0 ab', 'tt.plan@0 b', 'caught up'],
    },
    {
      about: 'streams by an expression',
      filter: streamNameFilter({ regex: 'plan$' }),
      lines: ['t.plan@0 a', 'tt.plan@0 b', 'caught up'],
    },
    {
      about: "types' prefix a",
      filter: eventTypeFilter({ prefixes: ['a'] }),
      lines: ['t.plan@0 a', 't.party@0 ab', 'caught up'],
    },
    {
      about: 'types by an expression',
      filter: eventTypeFilter({ regex: '^.$' }),
      lines: ['t.plan@0 a', 'tt.plan@0 b', 'caught up'],
    },
  ])('given a filter on $about, when one subscribes, then that alone comes', ({ filter, lines }) =>
    withPeer({}, async ({ client, peer }) => {
      peer.store.write('t.plan', { type: 'a' });
      peer.store.write('t.party', { type: 'ab' });
      peer.store.write('tt.plan', { type: 'b' });
      const told = listen(client.subscribeToAll({ filter }));
      expect(await told.until(lines.length)).toEqual(lines);
    })(),
  );

  it(
    'given a place, when one subscribes from it, then what comes after it comes',
    withPeer({}, async ({ client }) => {
      const { position } = await client.appendToStream(stream, eventsOf('a'));
      await client.appendToStream(stream, eventsOf('b'));
      if (!position) throw new Error('The answer has a place.');
      const told = listen(client.subscribeToAll({ fromPosition: position }));
      expect(await told.until(2)).toEqual(['t.plan@1 b', 'caught up']);
    }),
  );

  it(
    'given the end, when one subscribes from it, then only what happens from now on comes',
    withPeer({}, async ({ client, peer }) => {
      await client.appendToStream(stream, eventsOf('a'));
      const told = listen(client.subscribeToAll({ fromPosition: END }));
      await told.until(1);
      peer.store.write(stream, { type: 'b' });
      expect(await told.until(2)).toEqual(['caught up', 't.plan@1 b']);
    }),
  );

  it(
    'given a place inside of a record, when one subscribes from it, then that is an error',
    withPeer({}, async ({ client }) => {
      const { position } = await client.appendToStream(stream, eventsOf('a'));
      const inside = (position?.commit ?? 0n) - 1n;
      const told = listen(
        client.subscribeToAll({ fromPosition: { commit: inside, prepare: inside } }),
      );
      expect(await told.ended).toMatchObject({ code: 3 });
    }),
  );

  it(
    'given more than a live subscription holds, when it comes at once, then it is caught up once more',
    withPeer({}, async ({ client, peer }) => {
      const told = listen(client.subscribeToAll({ fromPosition: END }));
      await told.until(1);
      peer.store.write(stream, ...Array.from({ length: 33 }, () => ({ type: 'a' })));
      const lines = await told.until(35);
      expect(lines.filter((line) => line === 'caught up')).toHaveLength(2);
      expect(lines.slice(1, -1)).toEqual(
        Array.from({ length: 33 }, (_, revision) => `t.plan@${revision} a`),
      );
    }),
  );
});

describe('checkpoints of a filter', () => {
  const checkpointsFrom = (fromPosition: Position | typeof START) => {
    const checkpoints: Position[] = [];
    const filter = streamNameFilter({
      prefixes: ['t.'],
      maxSearchWindow: 10,
      checkpointInterval: 2,
      checkpointReached: (_, position) => {
        checkpoints.push(position);
      },
    });
    return { checkpoints, options: { fromPosition, filter } };
  };

  it(
    'given 100 events of others, when nothing matches, then checkpoints come in order, and one before it is caught up',
    withPeer({}, async ({ client, peer }) => {
      peer.store.write('other', ...Array.from({ length: 100 }, () => ({ type: 'x' })));
      const { checkpoints, options } = checkpointsFrom(START);
      const told = listen(client.subscribeToAll(options));
      expect(await told.until(1)).toEqual(['caught up']);
      // 102 events in pages of 10 are 5 intervals of 20, and one more checkpoint at the end.
      expect(checkpoints).toHaveLength(6);
      const commits = checkpoints.map(({ commit }) => commit);
      expect(commits).toEqual([...commits].sort((a, b) => (a < b ? -1 : 1)));
      // AllReader.cs: where the next page begins, and no event's own place.
      expect(checkpoints.map(({ prepare }) => prepare)).toEqual([0n, 0n, 0n, 0n, 0n, 0n]);
    }),
  );

  it(
    'given a checkpoint, when one subscribes from it, then nothing that matches is left out and nothing comes twice',
    withPeer({}, async ({ client, peer }) => {
      for (let i = 0; i < 50; i += 1) {
        peer.store.write('other', { type: 'x' });
        peer.store.write(stream, { type: 'a' });
      }
      const first = checkpointsFrom(START);
      await listen(client.subscribeToAll(first.options)).until(51);
      const [, checkpoint] = first.checkpoints;
      if (!checkpoint) throw new Error('There are checkpoints.');
      const before = peer.store
        .stream(stream)
        .filter((event) => comparePositions(positionOf(event), checkpoint) <= 0);
      const told = listen(client.subscribeToAll(checkpointsFrom(checkpoint).options));
      const lines = await told.until(51 - before.length);
      expect(before.length).toBeGreaterThan(0);
      expect(lines[0]).toBe(`t.plan@${before.length} a`);
      expect(lines.slice(-2)).toEqual(['t.plan@49 a', 'caught up']);
    }),
  );

  it(
    'given a live subscription, when others write as many events as an interval, then a checkpoint comes at the last',
    withPeer({}, async ({ client, peer }) => {
      const { checkpoints, options } = checkpointsFrom(START);
      const told = listen(client.subscribeToAll(options));
      await told.until(1);
      const before = checkpoints.length;
      for (let i = 0; i < 20; i += 1) peer.store.write('other', { type: 'x' });
      const last = peer.store.all().at(-1)?.position;
      peer.store.write(stream, { type: 'a' });
      await told.until(2);
      expect(checkpoints.slice(before)).toEqual([{ commit: last, prepare: last }]);
    }),
  );
});

describe('subscribing to a stream', () => {
  it(
    'given a revision, when one subscribes from it, then what comes after it comes',
    withPeer({}, async ({ client, peer }) => {
      await client.appendToStream(stream, eventsOf('a', 'b'));
      const told = listen(client.subscribeToStream(stream, { fromRevision: 0n }));
      await told.until(2);
      peer.store.write('t.other', { type: 'x' });
      peer.store.write(stream, { type: 'c' });
      expect(await told.until(3)).toEqual(['t.plan@1 b', 'caught up', 't.plan@2 c']);
    }),
  );

  it(
    'given no stream yet, when one subscribes to it, then its events come when there are some',
    withPeer({}, async ({ client, peer }) => {
      const told = listen(client.subscribeToStream(stream));
      await told.until(1);
      peer.store.write(stream, { type: 'a' });
      expect(await told.until(2)).toEqual(['caught up', 't.plan@0 a']);
    }),
  );

  it(
    'given a subscription, when its stream gets a tombstone, then that comes and the subscription ends',
    withPeer({}, async ({ client, peer }) => {
      const told = listen(client.subscribeToStream(stream));
      await told.until(1);
      peer.store.write(stream, { type: 'a' });
      peer.store.tombstone(stream);
      expect(await told.ended).toMatchObject({ type: 'stream-deleted', streamName: stream });
      expect(told.lines.at(-1)).toBe(`t.plan@${2n ** 63n - 1n} $streamDeleted`);
    }),
  );

  it(
    'given a subscription, when it is given up, then the server forgets it',
    withPeer({}, async ({ client, peer }) => {
      const subscription = client.subscribeToStream(stream);
      await confirmed(subscription);
      expect(peer.openCalls()).toBe(1);
      await subscription.unsubscribe();
      while (peer.openCalls() > 0) await new Promise((resolve) => setImmediate(resolve));
    }),
  );

  it(
    'given a reader that takes nothing for a while, when it goes on, then all of it comes, in order',
    withPeer({}, async ({ client, peer }) => {
      const subscription = client.subscribeToStream(stream);
      const told = listen(subscription);
      await told.until(1);
      subscription.pause();
      const data = 'x'.repeat(1_000);
      for (let i = 0; i < 3_000; i += 1) peer.store.write(stream, { type: 'a', data });
      // The same connection serves others meanwhile.
      await client.appendToStream('t.other', eventsOf('b'));
      subscription.resume();
      const lines = await told.until(3_001);
      const events = lines.filter((line) => line !== 'caught up');
      const revisions = Array.from({ length: events.length }, (_, i) => `t.plan@${i} a`);
      expect(events).toEqual(revisions);
      await told.until(3_002);
    }),
  );
});
