import {
  ANY,
  type EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  STREAM_EXISTS,
} from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { collect, eventsOf, failureOf, withPeer } from './with-peer.ts';

const stream = 't.plan';

/** Credentials with a call make the client append by a call of its own; over a bare connection they are not sent. */
const ways = [
  { way: 'batch', options: {} },
  { way: 'plain', options: { credentials: { username: 'u', password: 'p' } } },
];

const typesIn = async (client: EventStoreDBClient): Promise<ReadonlyArray<string>> =>
  (await collect(client.readStream(stream))).map(({ event }) => event?.type ?? '?');

describe.each(ways)('appending, the $way way', ({ options }) => {
  const expecting = (
    expectedRevision: bigint | typeof ANY | typeof NO_STREAM | typeof STREAM_EXISTS,
  ) => ({
    ...options,
    expectedRevision,
  });

  it(
    'given no stream, when two events are appended to it, then the answer has the last revision and place',
    withPeer({ firstPosition: 0n }, async ({ client, peer }) => {
      const answer = await client.appendToStream(stream, eventsOf('a', 'b'), expecting(NO_STREAM));
      expect(answer.success).toBe(true);
      expect(answer.nextExpectedRevision).toBe(1n);
      const last = peer.store.all().at(-1);
      expect(answer.position).toEqual({ commit: last?.position, prepare: last?.position });
    }),
  );

  it(
    'given appends, when their places are compared, then each takes what its record takes on disk',
    withPeer({ firstPosition: 2n ** 32n }, async ({ client }) => {
      const first = await client.appendToStream(stream, eventsOf('a'), options);
      const second = await client.appendToStream(stream, eventsOf('b'), options);
      // PrepareLogRecord.cs: 88 bytes, 1 + 6 for `t.plan`, 1 + 1 for `a`, 2 for `{}`.
      expect((second.position?.commit ?? 0n) - (first.position?.commit ?? 0n)).toBe(99n);
      expect(first.position?.commit).toBeGreaterThan(2n ** 32n);
    }),
  );

  it(
    'given a stream, when no stream is expected, then the error says where it is',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a', 'b'), options);
      expect(
        await failureOf(client.appendToStream(stream, eventsOf('c'), expecting(NO_STREAM))),
      ).toMatchObject({
        type: 'wrong-expected-version',
        streamName: stream,
        expectedVersion: 'no_stream',
        actualVersion: 1n,
      });
    }),
  );

  it(
    'given no stream, when a revision or its existence is expected, then the error says that there is none',
    withPeer({}, async ({ client }) => {
      expect(
        await failureOf(client.appendToStream(stream, eventsOf('a'), expecting(3n))),
      ).toMatchObject({ expectedVersion: 3n, actualVersion: 'no_stream' });
      expect(
        await failureOf(client.appendToStream(stream, eventsOf('a'), expecting(STREAM_EXISTS))),
      ).toMatchObject({ expectedVersion: 'stream_exists', actualVersion: 'no_stream' });
    }),
  );

  it(
    'given a stream, when its existence is expected, then the append goes behind its end',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a'), options);
      const answer = await client.appendToStream(stream, eventsOf('b'), expecting(STREAM_EXISTS));
      expect(answer.nextExpectedRevision).toBe(1n);
    }),
  );

  it.each([{ expected: NO_STREAM }, { expected: ANY }] as const)(
    'given events appended expecting $expected, when the same are appended so again, then the first answer is given',
    ({ expected }) =>
      withPeer({}, async ({ client }) => {
        const first = await client.appendToStream(stream, eventsOf('a', 'b'), expecting(expected));
        await client.appendToStream(stream, eventsOf('c'), options);
        const again = await client.appendToStream(stream, eventsOf('a', 'b'), expecting(expected));
        expect(again).toEqual(first);
        expect(await typesIn(client)).toEqual(['a', 'b', 'c']);
      })(),
  );

  it(
    'given events appended at a revision, when the same are appended there again, then the first answer is given',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a'), options);
      const first = await client.appendToStream(stream, eventsOf('b'), expecting(0n));
      const again = await client.appendToStream(stream, eventsOf('b'), expecting(0n));
      expect(again).toEqual(first);
      expect(await typesIn(client)).toEqual(['a', 'b']);
    }),
  );

  it(
    'given events in a stream, when the same are appended at the current revision, then they are appended again',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a'), options);
      await client.appendToStream(stream, eventsOf('a'), expecting(0n));
      expect(await typesIn(client)).toEqual(['a', 'a']);
      // BoundedCache.cs: where an id was first written is what an append without a revision is told.
      const answer = await client.appendToStream(stream, eventsOf('a'), expecting(ANY));
      expect(answer.nextExpectedRevision).toBe(0n);
    }),
  );

  it.each([{ expected: NO_STREAM }, { expected: ANY }] as const)(
    'given one event in a stream, when it and another are appended expecting $expected, then that is a conflict',
    ({ expected }) =>
      withPeer({}, async ({ client }) => {
        await client.appendToStream(stream, eventsOf('a'), options);
        expect(
          await failureOf(client.appendToStream(stream, eventsOf('a', 'b'), expecting(expected))),
        ).toMatchObject({ type: 'wrong-expected-version' });
        expect(await typesIn(client)).toEqual(['a']);
      })(),
  );

  it(
    'given events of another stream, when their ids are appended to this one, then they are appended',
    withPeer({}, async ({ client }) => {
      await client.appendToStream('t.other', eventsOf('a'), options);
      await client.appendToStream(stream, eventsOf('a'), expecting(ANY));
      expect(await typesIn(client)).toEqual(['a']);
    }),
  );

  it(
    'given the greatest size of an append, when one byte more is appended, then the error says the limit',
    withPeer({ maxAppendSize: 100 }, async ({ client }) => {
      // Event.cs, SizeOnDisk: two bytes for each of the type's letters, and the bytes of the JSON.
      const sized = (size: number) =>
        jsonEvent({ type: 'abcde', data: 'x'.repeat(size - 2 * 5 - 2) });
      await client.appendToStream(stream, sized(100), options);
      expect(await failureOf(client.appendToStream(stream, sized(101), options))).toMatchObject({
        type: 'maximum-append-size-exceeded',
        maxAppendSize: 100,
      });
      expect(await typesIn(client)).toEqual(['abcde']);
    }),
  );

  it(
    'given no limit is set, when a mebibyte and a byte is appended, then it is refused',
    withPeer({}, async ({ client }) => {
      const half = (bytes: number) => jsonEvent({ type: 'a', data: 'x'.repeat(bytes - 4) });
      const size = 512 * 1024;
      expect(
        await failureOf(client.appendToStream(stream, [half(size), half(size + 1)], options)),
      ).toMatchObject({ maxAppendSize: 1_048_576 });
      await client.appendToStream(stream, [half(size), half(size)], options);
      expect(await typesIn(client)).toEqual(['a', 'a']);
    }),
  );
});

describe('appending over one stream of requests', () => {
  it(
    'given twenty that expect no stream, when they race, then one wins',
    withPeer({}, async ({ client }) => {
      const racing = Array.from({ length: 20 }, (_, i) =>
        client.appendToStream(stream, jsonEvent({ type: 'a', data: { i } }), {
          expectedRevision: NO_STREAM,
        }),
      );
      const outcomes = await Promise.allSettled(racing);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await typesIn(client)).toEqual(['a']);
    }),
  );

  it(
    'given an append in many parts, when the last has come, then all of it is one append',
    withPeer({}, async ({ client, peer }) => {
      const answer = await client.appendToStream(stream, eventsOf('a', 'b', 'c'), {
        expectedRevision: NO_STREAM,
        batchAppendSize: 100,
      });
      expect(answer.nextExpectedRevision).toBe(2n);
      expect(peer.store.stream(stream).map(({ type }) => type)).toEqual(['a', 'b', 'c']);
    }),
  );
});
