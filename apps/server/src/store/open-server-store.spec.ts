import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeFailure } from '@trackrecord/application';
import { Instant } from '@trackrecord/kernel';
import { must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { afterAll, describe, expect, it } from 'vitest';
import { openServerStore, serverStoreFile } from './open-server-store.ts';
import { applicationId, formatSteps, formatVersion } from './store-format.ts';

const made = mkdtempSync(join(tmpdir(), 'trackrecord-store-'));
const directory = (): string => mkdtempSync(join(made, 'data-'));

afterAll(() => {
  rmSync(made, { recursive: true });
});

const clock = { now: () => must(Instant)('2026-06-30T09:00:00.000Z') };
const open = (file: string) => openServerStore({ file, clock })();
const whyNot = async (file: string): Promise<string> => {
  const opened = await open(file);
  return E.isLeft(opened) ? describeFailure(opened.left) : 'it was opened';
};

describe('the file of a server', () => {
  it('given no file, when it is opened, then all that is made is for its owner alone', async () => {
    const data = directory();
    const store = rightOf(await open(serverStoreFile(data)));
    await store.passwords.set('a-1', 'hash')();
    const names = readdirSync(data).toSorted();
    expect(names).toEqual(['server.db', 'server.db-shm', 'server.db-wal']);
    expect(names.map((name) => statSync(join(data, name)).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600,
    ]);
    store.close();
  });

  it('given what was kept, when it is opened again, then it is there, and what has ended is not', async () => {
    const file = serverStoreFile(directory());
    const first = rightOf(await open(file));
    await first.passwords.set('a-1', 'hash')();
    const session = { account: 'a-1', openedAt: '2026-06-30T07:00:00.000Z' };
    await first.sessions.open('ended', { ...session, endsAt: '2026-06-30T08:00:00.000Z' })();
    await first.sessions.open('open', { ...session, endsAt: '2026-06-30T10:00:00.000Z' })();
    const secret = rightOf(await first.secret()());
    first.close();
    const second = rightOf(await open(file));
    expect(rightOf(await second.passwords.hashOf('a-1')())).toBe('hash');
    expect(rightOf(await second.secret()())).toBe(secret);
    const earlier = '2026-06-30T07:30:00.000Z';
    expect(rightOf(await second.sessions.count('a-1', earlier)())).toBe(1);
    second.close();
  });

  it('given two processes’ connections, then what one keeps the other sees', async () => {
    const file = serverStoreFile(directory());
    const [server, commandLine] = [rightOf(await open(file)), rightOf(await open(file))];
    await commandLine.passwords.set('a-1', 'hash')();
    expect(rightOf(await server.passwords.hashOf('a-1')())).toBe('hash');
    server.close();
    commandLine.close();
  });

  it('given something that was deleted, then its words are in no file any more', async () => {
    const data = directory();
    const store = rightOf(await open(serverStoreFile(data)));
    await store.drafts.keep('a-1', 'p', 'words to be forgotten', '2026-06-30T09:00:00.000Z')();
    await store.drafts.drop('a-1', 'p')();
    store.close();
    const bytes = readdirSync(data).map((name) => readFileSync(join(data, name), 'latin1'));
    expect(bytes.filter((text) => text.includes('words to be forgotten'))).toEqual([]);
  });
});

describe('a file of an older format', () => {
  const steps = formatSteps.map((_step, before) => before).slice(1);

  it.each(steps)(
    'given one of format %i, when it is opened, then it is of this format and nothing that was kept is lost',
    async (format) => {
      const file = serverStoreFile(directory());
      const older = new DatabaseSync(file);
      older.exec(formatSteps.slice(0, format).join(''));
      older.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${format}`);
      older.exec("INSERT INTO passwords (account, hash) VALUES ('a-1', 'kept')");
      older.close();
      const store = rightOf(await open(file));
      expect(rightOf(await store.passwords.hashOf('a-1')())).toBe('kept');
      store.close();
      const now = new DatabaseSync(file);
      expect(now.prepare('PRAGMA user_version').get()).toEqual({ user_version: formatVersion });
      now.close();
    },
  );
});

describe('a file that is refused', () => {
  it('given a newer format, then both formats are named and it is left alone', async () => {
    const file = serverStoreFile(directory());
    rightOf(await open(file)).close();
    const later = new DatabaseSync(file);
    later.exec(`PRAGMA user_version = ${formatVersion + 1}`);
    later.close();
    const before = readFileSync(file);
    expect(await whyNot(file)).toMatch(
      new RegExp(
        `has format ${formatVersion + 1}, .* up to ${formatVersion}: .* or a later one`,
        'u',
      ),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('given a database of something else, then it is named and left alone', async () => {
    const file = serverStoreFile(directory());
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE birds (name TEXT)');
    other.close();
    const before = readFileSync(file);
    expect(await whyNot(file)).toContain('is not a file of a Trackrecord server');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('given a file that is no database, then it is named and left alone', async () => {
    const file = serverStoreFile(directory());
    writeFileSync(file, 'a shopping list');
    expect(await whyNot(file)).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('a shopping list');
  });

  it('given a directory that is not there, then the file is named', async () => {
    const file = serverStoreFile(join(directory(), 'nowhere'));
    expect(await whyNot(file)).toContain(file);
  });
});
