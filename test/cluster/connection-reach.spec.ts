import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnection } from '@trackrecord/event-log';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  type Authority,
  type Certificate,
  createAuthority,
  type Peer,
  startCluster,
} from '../cluster-peer/index.ts';
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
} from './connection-kit.ts';

const clustered = async (options: Parameters<typeof startCluster>[0] = {}) => {
  const cluster = await startCluster(options);
  onTestFinished(() => cluster.stop());
  return cluster;
};

const one = { stream: 't.plan-a', expected: undefined, events: [happened('one')] };
const two = { stream: 't.plan-a', expected: 0n, events: [happened('two')] };

/** A port where nothing listens. */
const deadPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

/** What an append says once patience has ended with it. */
const refusedBy = async (connection: string, more: object = {}): Promise<string> => {
  const time = testTime();
  const { append } = await connected({ connection, ...time, ...more });
  const outcome = append(one)();
  await time.pass(patience_ms);
  return messageOf(await outcome);
};

describe('a server that cannot be reached', () => {
  it('given that nothing listens, when patience ends, then host and port are named and nothing is stored', async () => {
    const host = `127.0.0.1:${await deadPort()}`;
    const message = await refusedBy(`esdb://${host}?tls=false`);
    expect(message).toMatch(
      `cannot append to t.plan-a: nothing listens at ${host} (connection refused): is the server running, and the port right?`,
    );
    expect(message).toMatch(/; nothing was stored$/);
  });

  it('given a server that is down, when it comes up while patience lasts, then the append is stored', async () => {
    const peer = await served();
    const time = testTime();
    const { append } = await connected({ connection: peer.connectionString, ...time });
    expect(await append(one)()).toEqual(stored);
    await peer.kill();
    const appended = append(two)();
    await peer.restart();
    expect(await appended).toEqual(stored);
    expect(peer.store.stream('t.plan-a')).toHaveLength(2);
  });

  it('given a host that there is not, then its name is said', async () => {
    expect(await refusedBy('esdb://nobody.invalid:2113?tls=false')).toContain(
      'there is no host of this name: nobody.invalid:2113',
    );
  });

  it('given a server that accepts and says nothing, then each try ends with its time', async () => {
    const peer = await served();
    peer.setDeaf(true);
    const time = testTime();
    const { append } = await connected({ connection: peer.connectionString, ...time });
    const appended = append(one)();
    await time.pass(deadline_ms);
    await time.awaited(deadline_ms);
    await time.pass(patience_ms);
    await time.pass(deadline_ms);
    expect(messageOf(await appended)).toContain('has not answered within 5 s (tried 2 times)');
    peer.setDeaf(false);
    expect(await append(one)()).toEqual(stored);
  });

  it('given what accepts and says nothing, when tries have ended, then none of their connections is left', async () => {
    const sockets = new Set<Socket>();
    const mute = createServer((socket) => {
      sockets.add(socket);
      socket.resume().on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    onTestFinished(() => void mute.close());
    const address = mute.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const time = testTime();
    const connection = `esdb://127.0.0.1:${port}?tls=false`;
    const { append, close } = await connected({ connection, ...time });
    const accepted = once(mute, 'connection');
    const appended = append(one)();
    await accepted;
    await time.pass(deadline_ms);
    await time.awaited(deadline_ms);
    await time.pass(patience_ms);
    await time.pass(deadline_ms);
    expect(messageOf(await appended)).toContain('tried 2 times');
    await close();
    while (sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
  });

  it('given what speaks another protocol, then it says so', async () => {
    const other = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await refusedBy(`esdb://127.0.0.1:${port}?tls=false`)).toContain(
      'does not speak EventStoreDB’s protocol (gRPC)',
    );
  });

  it('given a server that is too old, then its release is named', async () => {
    const peer = await served({ serverVersion: '22.10.5' });
    expect(await refusedAtOnce(peer.connectionString)).toContain(
      'is release 22.10.5: EventStoreDB 23.10 or later, or KurrentDB, is needed',
    );
  });
});

/** What an append says that is not tried again. */
const refusedAtOnce = async (connection: string, more: object = {}): Promise<string> => {
  const { append } = await connected({ connection, ...testTime(), ...more });
  return messageOf(await append(one)());
};

describe('TLS and credentials', () => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-tls-'));
  const caFile = join(directory, 'ca.pem');
  const files: { authority?: Authority } = {};
  const authority = (): Authority => {
    if (files.authority === undefined) throw new Error('not made yet');
    return files.authority;
  };
  const issued = (validity?: { from: string; to: string }): Certificate =>
    authority().issue(['localhost'], validity);
  const at = ({ endpoint }: Peer, query: string, userInfo = ''): string =>
    `esdb://${userInfo}localhost:${endpoint.port}?${query}`;

  beforeAll(() => {
    files.authority = createAuthority();
    writeFileSync(caFile, authority().certificate);
    return () => {
      rmSync(directory, { recursive: true });
    };
  });

  it('given an authority of its own, when it is named, then appends are stored', async () => {
    const peer = await served({ tls: issued() });
    const { append } = await connected({
      connection: at(peer, `tlsCAFile=${caFile}`),
      ...testTime(),
    });
    expect(await append(one)()).toEqual(stored);
  });

  it('given an authority that is not named, then it says at once what to name', async () => {
    const peer = await served({ tls: issued() });
    expect(await refusedAtOnce(at(peer, 'tls=true'))).toContain(
      `the certificate of the server localhost:${peer.endpoint.port} cannot be verified, because nobody that is ` +
        'trusted here signed it: name the authority that signed it with tlsCAFile=FILE',
    );
  });

  it('given a certificate for another name, then it says so at once', async () => {
    const peer = await served({ tls: authority().issue(['db.example.org']) });
    expect(await refusedAtOnce(at(peer, `tlsCAFile=${caFile}`))).toContain(
      'shows a certificate that was made out to another name',
    );
  });

  it('given a certificate that has expired, then it says so at once', async () => {
    const peer = await served({ tls: issued({ from: '200101000000Z', to: '210101000000Z' }) });
    expect(await refusedAtOnce(at(peer, `tlsCAFile=${caFile}`))).toContain('has expired');
  });

  it('given a server without TLS, when TLS is asked for, then it says how not to', async () => {
    const peer = await served();
    expect(await refusedAtOnce(at(peer, 'tls=true'))).toContain('add tls=false');
  });

  it('given a server with TLS, when none is asked for, then it says that it may want it', async () => {
    const peer = await served({ tls: issued() });
    expect(await refusedBy(at(peer, 'tls=false'))).toContain(
      'does it want TLS where tls=false is set?',
    );
  });

  const users = [{ name: 'ops', password: 'hunter2', isAdmin: true }];

  it.each([
    ['in the string', 'ops:hunter2@', undefined],
    ['apart from it', '', { username: 'ops', password: 'hunter2' }],
    ['in both, of which those apart count', 'ops:old@', { username: 'ops', password: 'hunter2' }],
  ])(
    'given credentials %s, when they are right, then appends are stored',
    async (_, userInfo, credentials) => {
      const peer = await served({ tls: issued(), users });
      const { append, end } = await connected({
        connection: at(peer, `tlsCAFile=${caFile}`, userInfo),
        credentials,
        ...testTime(),
      });
      expect(await append(one)()).toEqual(stored);
      expect(await end()()).toMatchObject({ _tag: 'Right' });
    },
  );

  it('given wrong credentials, then it says so at once and repeats neither', async () => {
    const peer = await served({ tls: issued(), users });
    const message = await refusedAtOnce(at(peer, `tlsCAFile=${caFile}`, 'ops:hunter3@'));
    expect(message).toContain('does not know the user name and password that were given');
    expect(message).not.toMatch(/hunter3|ops/);
  });

  it('given none where they are wanted, then it asks for them', async () => {
    const peer = await served({ tls: issued(), users });
    expect(await refusedAtOnce(at(peer, `tlsCAFile=${caFile}`))).toContain(
      'wants a user name and a password, and none were given',
    );
  });

  it('given a user who may not read everything, when the end is asked for, then it says so', async () => {
    const peer = await served({ tls: issued(), users: [{ name: 'u', password: 'p' }] });
    const { end } = await connected({
      connection: at(peer, `tlsCAFile=${caFile}`, 'u:p@'),
      ...testTime(),
    });
    expect(messageOf(await end()())).toContain('denies access');
  });

  it.each([
    ['esdb://one?tlsCAFile=/no/such/ca.pem', 'cannot read “tlsCAFile” /no/such/ca.pem'],
    [`esdb://one?tlsCAFile=${import.meta.filename}`, 'is not a certificate in PEM format'],
    ['esdb://one?nonsense=true', 'there is no setting “nonsense”'],
  ])(
    'given %s, when it is opened, then it is refused before anything is asked',
    async (connection, why) => {
      expect(messageOf(await openConnection({ connection, tenant: 't' })())).toContain(why);
    },
  );

  it('given a tenant that would be the beginning of another, when it is opened, then it is refused', async () => {
    expect(
      messageOf(await openConnection({ connection: 'esdb://one', tenant: 'a.b' })()),
    ).toContain('the tenant “a.b” is no name');
  });
});

describe('a cluster', () => {
  it('given three nodes, when one is named that follows, then appends go to the leader', async () => {
    const cluster = await clustered();
    const [, follower] = cluster.nodes;
    const { append, lastRevision } = await connected({
      connection: follower?.connectionString ?? '',
      ...testTime(),
    });
    expect(await append(one)()).toEqual(stored);
    expect(await lastRevision('t.plan-a')()).toEqual({ _tag: 'Right', right: 0n });
    expect(cluster.leader()?.connections()).toBe(1);
    expect(follower?.connections()).toBe(0);
  });

  it('given all nodes named, when the leader changes, then the next append goes to the new one', async () => {
    const cluster = await clustered();
    const [first, second] = cluster.nodes;
    const { append } = await connected({ connection: cluster.connectionString, ...testTime() });
    expect(await append(one)()).toEqual(stored);
    expect(first?.connections()).toBe(1);
    cluster.elect(second);
    expect(await append(two)()).toEqual(stored);
    expect(second?.connections()).toBe(1);
    expect(cluster.store.stream('t.plan-a').map(({ id }) => id)).toEqual([
      idOf('one'),
      idOf('two'),
    ]);
  });

  it('given that the leader is killed, when another is elected, then the append is stored', async () => {
    const cluster = await clustered();
    const [first, , third] = cluster.nodes;
    const { append } = await connected({ connection: cluster.connectionString, ...testTime() });
    expect(await append(one)()).toEqual(stored);
    await first?.kill();
    const appended = append(two)();
    cluster.elect(third);
    expect(await appended).toEqual(stored);
  });

  it('given no quorum, when patience ends, then it says so', async () => {
    const cluster = await clustered();
    cluster.elect(undefined);
    expect(await refusedBy(cluster.connectionString)).toMatch(
      /no node of the cluster is ready|is not ready|has no leader/,
    );
  });

  it('given one that says who leads, when nobody is there, then the hosts of the string are asked again', async () => {
    const peer = await served();
    const { append } = await connected({ connection: peer.connectionString, ...testTime() });
    const leader = { address: '127.0.0.1', port: await deadPort() };
    peer.faults.next('Append', { _tag: 'NotLeader', leader });
    expect(await append(one)()).toEqual(stored);
  });

  it('given hosts that are all down, when patience ends, then each is named', async () => {
    const [a, b] = [await deadPort(), await deadPort()];
    const message = await refusedBy(`esdb://127.0.0.1:${a},127.0.0.1:${b}?tls=false`);
    expect(message).toContain(`nothing listens at 127.0.0.1:${a}`);
    expect(message).toContain(`nothing listens at 127.0.0.1:${b}`);
  });
});
