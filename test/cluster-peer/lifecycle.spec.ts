import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { createStore, startPeer } from './index.ts';
import { collect, eventsOf, failureOf, listen, withClients, withPeer } from './with-peer.ts';

const stream = 't.plan';

describe('a peer that goes and comes back', () => {
  it(
    'given it is killed, when it is spoken to, then it is unavailable',
    withPeer({}, async ({ client, peer }) => {
      const told = listen(client.subscribeToAll());
      await told.until(3);
      await peer.kill();
      expect(peer.connections()).toBe(0);
      expect(await told.ended).toMatchObject({ type: 'unavailable' });
      expect(await failureOf(client.appendToStream(stream, eventsOf('a')))).toMatchObject({
        code: 14,
      });
    }),
  );

  it(
    'given it was killed, when it is started again, then it is on the same port with what it kept',
    withPeer({}, async ({ client, peer, connect }) => {
      await client.appendToStream(stream, eventsOf('a'));
      await peer.kill();
      // Clients of one process share a connection: the next one would be given the one that is no more.
      await failureOf(client.appendToStream(stream, eventsOf('c')));
      await peer.restart();
      const again = connect(peer.connectionString);
      await again.appendToStream(stream, eventsOf('b'), { expectedRevision: 0n });
      expect(await collect(again.readStream(stream))).toHaveLength(2);
    }),
  );

  it.each([
    { how: 'Unknown', type: 'unknown' },
    { how: 'Cancelled', type: 'cancelled' },
  ] as const)(
    'given it shuts down in good order, when streams are open, then they end as $type',
    ({ how, type }) =>
      withPeer({}, async ({ client, peer }) => {
        const told = listen(client.subscribeToAll());
        await told.until(3);
        peer.faults.next('Append', { _tag: 'Silent', moment: 'after' });
        const append = failureOf(client.appendToStream(stream, eventsOf('a')));
        await peer.arrival(({ kind }) => kind === 'Append');
        await peer.shutDown(how);
        expect(await told.ended).toMatchObject({ type });
        expect(await append).toMatchObject({ type });
        expect(peer.connections()).toBe(0);
      })(),
  );

  it(
    'given an append that is slow, when the peer is killed meanwhile, then it is not written after it came back',
    withPeer({}, async ({ client, peer }) => {
      const { promise: until, resolve: letGo } = Promise.withResolvers<undefined>();
      peer.faults.next('Append', { _tag: 'Slow', moment: 'before', until });
      const append = failureOf(client.appendToStream(stream, eventsOf('a')));
      await peer.arrival(({ kind }) => kind === 'Append');
      await peer.kill();
      await peer.restart();
      letGo(undefined);
      await append;
      expect(peer.store.stream(stream)).toEqual([]);
    }),
  );

  it(
    'given it hangs, when a new client comes, then it is connected and never answered',
    withPeer({}, async ({ peer, client }) => {
      peer.setDeaf(true);
      const append = client.appendToStream(stream, eventsOf('a'));
      let isSettled = false;
      const settle = (): void => {
        isSettled = true;
      };
      append.then(settle, settle);
      while (peer.connections() === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(isSettled).toBe(false);
      await peer.kill();
      expect(await failureOf(append)).toMatchObject({ code: 14 });
    }),
  );

  it(
    'given two peers of one store, when one is written to, then the other has it',
    withClients(async (connect) => {
      const store = createStore();
      const peers = [await startPeer({ store }), await startPeer({ store })] as const;
      try {
        const [one, other] = peers.map(({ connectionString }) => connect(connectionString));
        await one?.appendToStream(stream, eventsOf('a'));
        expect(other && (await collect(other.readStream(stream)))).toHaveLength(1);
      } finally {
        for (const peer of peers) await peer.stop();
      }
    }),
  );
});

describe('a peer as a process of its own', () => {
  it(
    'given it is started, when its input ends, then it has served what its line of output says, and ends',
    withClients(async (connect) => {
      const child = spawn(
        process.execPath,
        ['--conditions=@trackrecord/source', new URL('serve.ts', import.meta.url).pathname],
        { stdio: ['pipe', 'pipe', 'inherit'] },
      );
      const lines = createInterface(child.stdout);
      const line: ReadonlyArray<unknown> = await once(lines, 'line');
      const client = connect(String(line[0]));
      await client.appendToStream(stream, eventsOf('a'));
      expect(await collect(client.readStream(stream))).toHaveLength(1);
      child.stdin.end();
      expect(await once(child, 'exit')).toEqual([0, null]);
    }),
  );
});
