import { BACKWARDS, binaryEvent, END, FORWARDS, jsonEvent, START } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { collect, eventsOf, failureOf, withPeer } from './with-peer.ts';

const stream = 't.plan';

describe('reading a stream', () => {
  it(
    'given events with data and metadata, when they are read, then all of them is as it was written',
    withPeer({ now: () => 1_700_000_000_123.9 }, async ({ client }) => {
      const json = jsonEvent({
        id: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
        type: 'ActionRated',
        data: { rag: 'Grün', n: 1 },
        metadata: { trackrecord: 1 },
      });
      const binary = binaryEvent({ type: 'blob', data: Uint8Array.of(0, 255) });
      const { position } = await client.appendToStream(stream, [json, binary]);
      const [first, second] = await collect(client.readStream(stream));
      expect(first?.event).toMatchObject({
        streamId: stream,
        id: json.id,
        revision: 0n,
        type: 'ActionRated',
        data: { rag: 'Grün', n: 1 },
        metadata: { trackrecord: 1 },
        isJson: true,
        created: new Date(1_700_000_000_123),
      });
      expect(second?.event).toMatchObject({ id: binary.id, revision: 1n, isJson: false, position });
      expect(second?.event?.data).toEqual(Uint8Array.of(0, 255));
      expect(second?.commitPosition).toBe(position?.commit);
    }),
  );

  it.each([
    { from: START, direction: FORWARDS, maxCount: 9, revisions: [0n, 1n, 2n, 3n] },
    { from: 1n, direction: FORWARDS, maxCount: 2, revisions: [1n, 2n] },
    { from: 4n, direction: FORWARDS, maxCount: 9, revisions: [] },
    { from: END, direction: FORWARDS, maxCount: 9, revisions: [] },
    { from: END, direction: BACKWARDS, maxCount: 2, revisions: [3n, 2n] },
    { from: 2n, direction: BACKWARDS, maxCount: 9, revisions: [2n, 1n, 0n] },
    { from: 9n, direction: BACKWARDS, maxCount: 1, revisions: [3n] },
    { from: START, direction: BACKWARDS, maxCount: 9, revisions: [0n] },
  ] as const)(
    'given four events, when up to $maxCount are read $direction from $from, then those are $revisions',
    ({ from, direction, maxCount, revisions }) =>
      withPeer({}, async ({ client }) => {
        await client.appendToStream(stream, eventsOf('a', 'b', 'c', 'd'));
        const read = client.readStream(stream, { fromRevision: from, direction, maxCount });
        expect((await collect(read)).map(({ event }) => event?.revision)).toEqual(revisions);
      })(),
  );

  it(
    'given no stream, when it is read, then the error names it',
    withPeer({}, async ({ client }) => {
      expect(await failureOf(collect(client.readStream('t.none')))).toMatchObject({
        type: 'stream-not-found',
        streamName: 't.none',
      });
    }),
  );

  it(
    'given a stream of which only the last two are kept, when it is read, then the first are not there',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a', 'b', 'c'));
      await client.setStreamMetadata(stream, { maxCount: 2 });
      const forwards = await collect(client.readStream(stream));
      expect(forwards.map(({ event }) => event?.type)).toEqual(['b', 'c']);
      const backwards = await collect(
        client.readStream(stream, { direction: BACKWARDS, fromRevision: END }),
      );
      expect(backwards.map(({ event }) => event?.type)).toEqual(['c', 'b']);
    }),
  );
});

describe('reading $all', () => {
  it(
    'given a server that nobody wrote to, when all is read, then its own events are there',
    withPeer({}, async ({ client }) => {
      const streams = (await collect(client.readAll())).map(({ event }) => event?.streamId);
      expect(streams).toEqual(['$$$stats-127.0.0.1:2113', '$stats-127.0.0.1:2113']);
    }),
  );

  it(
    'given a place, when all is read from there, then forwards its event is read and backwards the one before it',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a'));
      const { position } = await client.appendToStream(stream, eventsOf('b'));
      await client.appendToStream(stream, eventsOf('c'));
      if (!position) throw new Error('The answer has a place.');
      const forwards = await collect(client.readAll({ fromPosition: position }));
      expect(forwards.map(({ event }) => event?.type)).toEqual(['b', 'c']);
      const backwards = client.readAll({
        fromPosition: position,
        direction: BACKWARDS,
        maxCount: 1,
      });
      expect((await collect(backwards)).map(({ event }) => event?.type)).toEqual(['a']);
      const last = client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 });
      expect((await collect(last)).map(({ event }) => event?.type)).toEqual(['c']);
    }),
  );

  it(
    'given a place inside of a record, when all is read from there, then that is an error',
    withPeer({}, async ({ client }) => {
      const { position } = await client.appendToStream(stream, eventsOf('a'));
      const inside = (position?.commit ?? 0n) + 1n;
      expect(
        await failureOf(
          collect(client.readAll({ fromPosition: { commit: inside, prepare: inside } })),
        ),
      ).toMatchObject({ code: 3 });
    }),
  );

  it(
    "given an epoch, when all is read, then it is not shown: it is the server's own affair",
    withPeer({}, async ({ client, peer }) => {
      const before = (await collect(client.readAll())).length;
      peer.store.write('$epoch-information', { type: '$epoch-information', data: {} });
      expect(await collect(client.readAll())).toHaveLength(before);
    }),
  );
});
