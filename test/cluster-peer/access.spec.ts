import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuthority, type Peer, startPeer } from './index.ts';
import { type Connect, collect, eventsOf, failureOf, withClients } from './with-peer.ts';

const stream = 't.plan';

const users = [
  { name: 'admin', password: 'changeit', isAdmin: true },
  { name: 'someone', password: 'p:w/ä' },
];

/** Runs a test on a peer that has a certificate and users. */
const withSecurePeer = (
  test: (bench: { connect: Connect; peer: Peer; as: (user?: string) => string }) => Promise<void>,
): (() => Promise<void>) =>
  withClients(async (connect) => {
    const directory = await mkdtemp(join(tmpdir(), 'peer-'));
    const caFile = join(directory, 'ca.pem');
    const authority = createAuthority();
    await writeFile(caFile, authority.certificate);
    const tls = { ...authority.issue(['localhost']), caFile };
    const peer = await startPeer({ tls, users });
    const as = (user?: string): string =>
      peer.connectionString.replace('//', user === undefined ? '//' : `//${user}@`);
    try {
      await test({ connect, peer, as });
    } finally {
      await peer.stop();
      await rm(directory, { recursive: true });
    }
  });

describe('a peer with a certificate and users', () => {
  it(
    'given an administrator, when they write and read, then they may, and read $all',
    withSecurePeer(async ({ connect, as }) => {
      const client = connect(as('admin:changeit'));
      await client.appendToStream(stream, eventsOf('a'));
      expect(await collect(client.readStream(stream))).toHaveLength(1);
      expect(await collect(client.readAll())).toHaveLength(3);
    }),
  );

  it(
    'given a user, when they write and read, then they may, but not read $all',
    withSecurePeer(async ({ connect, as }) => {
      const client = connect(as(`someone:${encodeURIComponent('p:w/ä')}`));
      await client.appendToStream(stream, eventsOf('a'));
      expect(await collect(client.readStream(stream))).toHaveLength(1);
      expect(await failureOf(collect(client.readAll()))).toMatchObject({
        type: 'access-denied',
        code: 7,
      });
    }),
  );

  it.each([
    { who: 'nobody', user: undefined, code: 7 },
    { who: 'a user with a wrong password', user: 'admin:wrong', code: 16 },
  ])('given $who, when they write or read, then both are refused', ({ user, code }) =>
    withSecurePeer(async ({ connect, as, peer }) => {
      const client = connect(as(user));
      const append = client.appendToStream(stream, eventsOf('a'));
      expect(await failureOf(append)).toMatchObject({ type: 'access-denied' });
      expect(await failureOf(collect(client.readStream(stream)))).toMatchObject({
        type: 'access-denied',
        code,
      });
      expect(peer.store.stream(stream)).toEqual([]);
    })(),
  );

  it(
    'given a call with credentials of its own, when they are right, then it may, over a client that has none',
    withSecurePeer(async ({ connect, as, peer }) => {
      const client = connect(as());
      const credentials = { username: 'admin', password: 'changeit' };
      await client.appendToStream(stream, eventsOf('a'), { credentials });
      expect(peer.store.stream(stream)).toHaveLength(1);
    }),
  );

  it(
    'given a client that knows another authority, when it connects, then it does not',
    withSecurePeer(async ({ connect, peer }) => {
      const directory = await mkdtemp(join(tmpdir(), 'peer-'));
      try {
        const caFile = join(directory, 'other.pem');
        await writeFile(caFile, createAuthority('Another').certificate);
        const { address, port } = peer.endpoint;
        const client = connect(`esdb://${address}:${port}?tls=true&tlsCAFile=${caFile}`);
        expect(await failureOf(client.appendToStream(stream, eventsOf('a')))).toMatchObject({
          code: 14,
        });
      } finally {
        await rm(directory, { recursive: true });
      }
    }),
  );
});
