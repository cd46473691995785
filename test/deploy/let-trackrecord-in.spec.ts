import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Peer, startPeer } from '../cluster-peer/index.ts';
import { serveUsers, type UsersApi } from './users-api.ts';

const script = fileURLToPath(new URL('../../deploy/let-trackrecord-in.mjs', import.meta.url));
const adminPassword = 'an administrator’s';

describe('the service that gives Trackrecord its user', () => {
  const authority = createAuthority();
  const certificate = authority.issue(['localhost', '127.0.0.1']);
  let directory = '';

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'trackrecord-user-'));
    writeFileSync(join(directory, 'ca.crt'), authority.certificate);
    // As `openssl rand` leaves it: with a line feed.
    writeFileSync(join(directory, 'password'), 'a-password-of-its-own\n');
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const withServer = async (
    options: Readonly<{ notReady?: number }>,
    test: (bench: Readonly<{ peer: Peer; users: UsersApi }>) => Promise<void>,
  ) => {
    const users = await serveUsers(certificate, { adminPassword, ...options });
    const peer = await startPeer({
      tls: { ...certificate, caFile: join(directory, 'ca.crt') },
      users: [{ name: 'admin', password: adminPassword, isAdmin: true }],
    });
    try {
      await test({ peer, users });
    } finally {
      await peer.stop();
      await users.stop();
    }
  };

  /** Where a server was and is no more. */
  const goneAddress = async () => {
    const gone = await serveUsers(certificate, { adminPassword });
    await gone.stop();
    return gone.address;
  };

  const run = async (
    { peer, users }: Readonly<{ peer: Peer; users: UsersApi }>,
    environment: Readonly<Record<string, string>> = {},
  ) => {
    const child = spawn(process.execPath, [script], {
      env: {
        KURRENTDB_SERVERS: users.address,
        KURRENTDB_ADMIN_PASSWORD: adminPassword,
        TRACKRECORD_LOG: peer.connectionString,
        TRACKRECORD_LOG_USER: 'trackrecord',
        TRACKRECORD_LOG_PASSWORD_FILE: join(directory, 'password'),
        NODE_EXTRA_CA_CERTS: join(directory, 'ca.crt'),
        PAUSE_MS: '1',
        ...environment,
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    await once(child, 'close');
    return { status: child.exitCode, said };
  };

  const metadataOf = (peer: Peer): unknown => {
    const last = peer.store.stream('$$$all').at(-1);
    return last ? JSON.parse(Buffer.from(last.data).toString('utf8')) : undefined;
  };

  it('given a new cluster, when it runs, then the user is there and may read $all beside the administrators', () =>
    withServer({}, async (bench) => {
      expect(await run(bench)).toMatchObject({ status: 0 });
      expect([...bench.users.passwords]).toEqual([['trackrecord', 'a-password-of-its-own']]);
      expect(metadataOf(bench.peer)).toEqual({ $acl: { $r: ['$admins', 'trackrecord'] } });
    }));

  it('given a user who is there, when it runs, then he has the password of the file, and $all is left as it is', () =>
    withServer({}, async (bench) => {
      await run(bench);
      writeFileSync(join(directory, 'next-password'), 'the next one\n');
      const next = { TRACKRECORD_LOG_PASSWORD_FILE: join(directory, 'next-password') };
      expect(await run(bench, next)).toMatchObject({ status: 0 });
      expect([...bench.users.passwords]).toEqual([['trackrecord', 'the next one']]);
      expect(bench.peer.store.stream('$$$all')).toHaveLength(1);
    }));

  it('given others who may read $all, when it runs, then they still may, and the rest of the metadata stays', () =>
    withServer({}, async (bench) => {
      const before = { $acl: { $r: 'auditor', $mw: 'warden' }, note: 'kept' };
      bench.peer.store.write('$$$all', { type: '$metadata', data: before });
      expect(await run(bench)).toMatchObject({ status: 0 });
      expect(metadataOf(bench.peer)).toEqual({
        $acl: { $r: ['$admins', 'auditor', 'trackrecord'], $mw: 'warden' },
        note: 'kept',
      });
    }));

  it('given a cluster without a leader yet, when it runs, then it asks until there is one', () =>
    withServer({ notReady: 2 }, async (bench) => {
      expect(await run(bench)).toMatchObject({ status: 0 });
      expect(bench.users.asked).toEqual(['POST /users/', 'POST /users/', 'POST /users/']);
    }));

  it('given a server that is down, when it runs, then it asks the next one', () =>
    withServer({}, async (bench) => {
      const servers = `${await goneAddress()},${bench.users.address}`;
      expect(await run(bench, { KURRENTDB_SERVERS: servers })).toMatchObject({ status: 0 });
      expect(bench.users.passwords.has('trackrecord')).toBe(true);
    }));

  it('given the wrong password, when patience is at its end, then it says so, and tells no password', () =>
    withServer({}, async (bench) => {
      const wrong = { KURRENTDB_ADMIN_PASSWORD: 'not-this-one', PATIENCE_S: '0' };
      const { status, said } = await run(bench, wrong);
      expect(status).toBe(1);
      expect(said).toContain('does not take the password of "admin"');
      expect(said).not.toContain('not-this-one');
      expect(said).not.toContain('a-password-of-its-own');
    }));

  it('given no server that answers, when patience is at its end, then it says which did not, and why', () =>
    withServer({}, async (bench) => {
      const address = await goneAddress();
      const nobody = { KURRENTDB_SERVERS: address, PATIENCE_S: '0' };
      const { status, said } = await run(bench, nobody);
      expect(status).toBe(1);
      expect(said).toBe(`let-trackrecord-in: ${address} does not answer: ECONNREFUSED\n`);
    }));

  it('given an empty file for the password, when it runs, then it is refused', () =>
    withServer({}, async (bench) => {
      writeFileSync(join(directory, 'empty'), '\n');
      const empty = { TRACKRECORD_LOG_PASSWORD_FILE: join(directory, 'empty') };
      const { status, said } = await run(bench, empty);
      expect(status).toBe(1);
      expect(said).toContain('empty is empty');
      expect(bench.users.asked).toEqual([]);
    }));

  it('given a setting that is missing, when it runs, then it is named', () =>
    withServer({}, async (bench) => {
      const { status, said } = await run(bench, { TRACKRECORD_LOG_USER: '' });
      expect(status).toBe(1);
      expect(said).toBe('let-trackrecord-in: TRACKRECORD_LOG_USER is not set\n');
      expect(bench.users.asked).toEqual([]);
    }));
});
