import { NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { collect, eventsOf, failureOf, withPeer } from './with-peer.ts';

const stream = 't.plan';

describe('a stream that was deleted softly', () => {
  it(
    'given one, when it is read, then there is none',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a', 'b'));
      await client.deleteStream(stream);
      expect(await failureOf(collect(client.readStream(stream)))).toMatchObject({
        type: 'stream-not-found',
        streamName: stream,
      });
    }),
  );

  it(
    'given one, when it is written to expecting none, then revisions go on and what was before is not read',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a', 'b'));
      await client.deleteStream(stream);
      const answer = await client.appendToStream(stream, eventsOf('c'), {
        expectedRevision: NO_STREAM,
      });
      expect(answer.nextExpectedRevision).toBe(2n);
      const events = await collect(client.readStream(stream));
      expect(events.map(({ event }) => event?.revision)).toEqual([2n]);
    }),
  );

  it(
    'given one, when $all is read, then its events are there still, and the metadata that hides them',
    withPeer({}, async ({ client, peer }) => {
      const before = peer.store.all().length;
      await client.appendToStream(stream, eventsOf('a'));
      const { position } = await client.deleteStream(stream);
      await client.appendToStream(stream, eventsOf('b'));
      const all = await collect(client.readAll());
      expect(
        all.slice(before).map(({ event }) => [event?.streamId, event?.type, event?.data]),
      ).toEqual([
        [stream, 'a', {}],
        // 2^63-1, which JavaScript's numbers do not reach exactly
        [`$$${stream}`, '$metadata', { $tb: 2 ** 63 }],
        [stream, 'b', {}],
        [`$$${stream}`, '$metadata', { $tb: 1 }],
      ]);
      expect(all[before + 1]?.event?.position).toEqual(position);
    }),
  );

  it(
    'given one, when its existence is expected, then it is deleted',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a'));
      await client.deleteStream(stream);
      expect(
        await failureOf(
          client.appendToStream(stream, eventsOf('b'), { expectedRevision: STREAM_EXISTS }),
        ),
      ).toMatchObject({ type: 'stream-deleted', streamName: stream });
    }),
  );

  it(
    'given a stream, when it is deleted expecting another revision, then it stays',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a', 'b'));
      expect(await failureOf(client.deleteStream(stream, { expectedRevision: 0n }))).toMatchObject({
        type: 'wrong-expected-version',
        expectedVersion: 0n,
        actualVersion: 1n,
      });
      expect(await collect(client.readStream(stream))).toHaveLength(2);
    }),
  );

  it(
    'given no stream, when it is deleted, then that is an error',
    withPeer({}, async ({ client }) => {
      expect(await failureOf(client.deleteStream(stream))).toMatchObject({
        type: 'wrong-expected-version',
        actualVersion: -1n,
      });
    }),
  );
});

describe('a tombstone', () => {
  it(
    'given one, when its stream is read or written to, then it is deleted, whatever is expected',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a'));
      await client.tombstoneStream(stream, { expectedRevision: 0n });
      const deleted = { type: 'stream-deleted', streamName: stream };
      expect(await failureOf(collect(client.readStream(stream)))).toMatchObject(deleted);
      expect(await failureOf(client.appendToStream(stream, eventsOf('b')))).toMatchObject(deleted);
      expect(
        await failureOf(
          client.appendToStream(stream, eventsOf('b'), {
            expectedRevision: NO_STREAM,
            credentials: { username: 'u', password: 'p' },
          }),
        ),
      ).toMatchObject(deleted);
      expect(await failureOf(client.deleteStream(stream))).toMatchObject(deleted);
    }),
  );

  it(
    'given one, when $all is read, then it is an event at the greatest revision, behind those of its stream',
    withPeer({}, async ({ client }) => {
      await client.appendToStream(stream, eventsOf('a'));
      await client.tombstoneStream(stream);
      const all = await collect(client.readAll());
      expect(
        all.slice(-2).map(({ event }) => [event?.streamId, event?.type, event?.revision]),
      ).toEqual([
        [stream, 'a', 0n],
        [stream, '$streamDeleted', 2n ** 63n - 1n],
      ]);
    }),
  );
});
