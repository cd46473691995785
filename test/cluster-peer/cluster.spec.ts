import { END } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { type Cluster, type Peer, startCluster } from './index.ts';
import {
  type Connect,
  collect,
  eventsOf,
  failureOf,
  listen,
  withClients,
  withPeer,
} from './with-peer.ts';

const stream = 't.plan';

type Bench = { connect: Connect; cluster: Cluster; nodes: readonly [Peer, Peer, Peer] };

/** Runs a test on a cluster of three, of which the first leads. */
const withCluster = (test: (bench: Bench) => Promise<void>): (() => Promise<void>) =>
  withClients(async (connect) => {
    const cluster = await startCluster();
    const [first, second, third] = cluster.nodes;
    try {
      if (!first || !second || !third) throw new Error('A cluster has three nodes.');
      await test({ connect, cluster, nodes: [first, second, third] });
    } finally {
      await cluster.stop();
    }
  });

describe('a cluster', () => {
  it(
    'given three nodes, when a client that knows them all connects, then it finds the leader by gossip',
    withCluster(async ({ connect, cluster, nodes: [, second] }) => {
      cluster.elect(second);
      const arrived = second.arrival(({ kind }) => kind === 'Append');
      await connect(cluster.connectionString).appendToStream(stream, eventsOf('a'));
      expect(await arrived).toMatchObject({ stream, batch: true });
    }),
  );

  it(
    'given a follower, when it is written to, then the leader has it: it passes writes on',
    withCluster(async ({ connect, nodes: [first, second] }) => {
      await connect(second.connectionString).appendToStream(stream, eventsOf('a'));
      const read = connect(first.connectionString).readStream(stream);
      expect(await collect(read)).toHaveLength(1);
    }),
  );

  it.each([
    { way: 'batch', options: {} },
    { way: 'plain', options: { credentials: { username: 'u', password: 'p' } } },
  ])(
    'given a follower, when the leader is asked to append, the $way way, then the error says who leads',
    ({ options }) =>
      withCluster(async ({ connect, nodes: [first, second] }) => {
        const client = connect(second.connectionString);
        const asked = { ...options, requiresLeader: true };
        expect(await failureOf(client.appendToStream(stream, eventsOf('a'), asked))).toMatchObject({
          type: 'not-leader',
          leader: first.endpoint,
        });
        // The client has gone there by itself.
        await client.appendToStream(stream, eventsOf('a'), asked);
      })(),
  );

  it(
    'given a follower, when the leader is asked to read, then the error says who leads',
    withCluster(async ({ connect, nodes: [first, second] }) => {
      const client = connect(second.connectionString);
      const read = collect(client.readStream(stream, { requiresLeader: true }));
      expect(await failureOf(read)).toMatchObject({ type: 'not-leader', leader: first.endpoint });
    }),
  );

  it(
    'given a follower that lags behind, when it is read, then it shows what it has, until it has the rest',
    withCluster(async ({ connect, nodes: [first, second] }) => {
      const writer = connect(first.connectionString);
      await writer.appendToStream(stream, eventsOf('a'));
      second.holdReplication();
      await writer.appendToStream(stream, eventsOf('b'));
      const reader = connect(second.connectionString);
      expect(await collect(reader.readStream(stream))).toHaveLength(1);
      const told = listen(reader.subscribeToAll({ fromPosition: END }));
      await told.until(1);
      second.releaseReplication();
      expect(await told.until(2)).toEqual(['caught up', 't.plan@1 b']);
    }),
  );

  it(
    'given no quorum, when it is written to, then it is not ready, and gossip has no leader',
    withCluster(async ({ connect, cluster, nodes: [first] }) => {
      const client = connect(first.connectionString);
      await client.appendToStream(stream, eventsOf('a'));
      cluster.elect(undefined);
      // Over the batch stream it comes with details that the client cannot read.
      expect(await failureOf(client.appendToStream(stream, eventsOf('b')))).toMatchObject({
        type: 'unknown',
        message: 'Could not recognize Server Is Not Ready',
      });
      const credentials = { username: 'u', password: 'p' };
      expect(
        await failureOf(client.appendToStream(stream, eventsOf('b'), { credentials })),
      ).toMatchObject({ type: 'unavailable' });
      // What is there is read from any node still.
      const reader = connect(first.connectionString);
      expect(await collect(reader.readStream(stream))).toHaveLength(1);
      const discovering = `${cluster.connectionString}&maxDiscoverAttempts=2&discoveryInterval=1`;
      expect(
        await failureOf(connect(discovering).appendToStream(stream, eventsOf('b'))),
      ).toMatchObject({ message: 'Failed to discover after 2 attempts.' });
      cluster.elect(first);
      await connect(cluster.connectionString).appendToStream(stream, eventsOf('b'));
    }),
  );

  it(
    'given the leader is killed and another elected, when a client connects, then it finds that one, and all events',
    withCluster(async ({ connect, cluster, nodes: [first, second] }) => {
      await connect(cluster.connectionString).appendToStream(stream, eventsOf('a'));
      await first.kill();
      cluster.elect(second);
      const client = connect(cluster.connectionString);
      await client.appendToStream(stream, eventsOf('b'), { expectedRevision: 0n });
      expect(await collect(client.readStream(stream))).toHaveLength(2);
    }),
  );

  it(
    'given one node, when its gossip is read, then it leads itself',
    withPeer({}, async ({ connect, peer }) => {
      const { address, port } = peer.endpoint;
      const client = connect(`esdb+discover://${address}:${port}?tls=false`);
      await client.appendToStream(stream, eventsOf('a'));
      expect(peer.store.stream(stream)).toHaveLength(1);
    }),
  );
});
