import { describeFailure } from '@trackrecord/application';
import { rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Environment } from './data-directory.ts';
import { type Choice, type LogPlace, logPlace, nameOfLog, withoutSecrets } from './log-place.ts';

const made = mkdtempSync(join(tmpdir(), 'trackrecord-log-place-'));

afterAll(() => {
  rmSync(made, { recursive: true });
});

const placeOf = (choice: Choice, environment: Environment = {}): LogPlace =>
  rightOf(logPlace(choice, environment));

const refusal = (choice: Choice, environment: Environment = {}): string => {
  const place = logPlace(choice, environment);
  if (E.isRight(place)) throw new Error(`it is at ${nameOfLog(place.right)}`);
  expect(place.left._tag).toBe('Invalid');
  return describeFailure(place.left);
};

describe('a log in a file', () => {
  it('given nothing but a data directory, then it is log.db in it, and the views beside it', () => {
    expect(placeOf({ data: '/a' })).toEqual({
      _tag: 'Embedded',
      file: '/a/log.db',
      views: '/a/views.db',
    });
  });

  it('given a file of another name, then its views go by that name', () => {
    expect(placeOf({ log: '/b/harbour-2026.db', data: '/a' })).toEqual({
      _tag: 'Embedded',
      file: '/b/harbour-2026.db',
      views: '/b/harbour-2026.views.db',
    });
  });

  it('given a directory, then it is the log in it', () => {
    const directory = join(made, 'data');
    mkdirSync(directory);
    expect(placeOf({ log: directory })).toMatchObject({
      file: join(directory, 'log.db'),
      views: join(directory, 'views.db'),
    });
  });

  it('given a file without its directory, then it is where the command is run', () => {
    expect(placeOf({ log: 'log.db' })).toMatchObject({ file: resolve('log.db') });
  });

  it('given TRACKRECORD_LOG, then there, unless --log says otherwise', () => {
    const environment = { TRACKRECORD_LOG: '/b/log.db' };
    expect(placeOf({ data: '/a' }, environment)).toMatchObject({ file: '/b/log.db' });
    expect(placeOf({ log: '/c/log.db' }, environment)).toMatchObject({ file: '/c/log.db' });
  });

  it('given what is set to nothing, then it counts as not set', () => {
    expect(placeOf({ data: '/a', log: ' ' }, { TRACKRECORD_LOG: '' })).toMatchObject({
      file: '/a/log.db',
    });
  });

  it('given a drive letter, then it is no scheme', () => {
    expect(placeOf({ log: 'C:\\plans\\log.db' })._tag).toBe('Embedded');
  });
});

describe('a log in a cluster', () => {
  const connection = 'esdb+discover://node.example.org:2113?tls=true';

  it.each([connection, 'esdb://127.0.0.1:2113?tls=false', 'esdb://a:2113,b:2113'])(
    'given %s, then the node keeps its copy and its views in the data directory',
    (log) => {
      expect(placeOf({ log, data: '/a' })).toEqual({
        _tag: 'Cluster',
        connection: log,
        tenant: 'trackrecord',
        credentials: undefined,
        replica: '/a/replica.db',
        views: '/a/views.db',
      });
    },
  );

  it('given TRACKRECORD_LOG and a tenant, then those', () => {
    expect(
      placeOf({ data: '/a' }, { TRACKRECORD_LOG: connection, TRACKRECORD_TENANT: 'kent-north' }),
    ).toMatchObject({ connection, tenant: 'kent-north' });
  });

  it.each(['Kent', '-kent', 'ke.nt', 'a'.repeat(41)])(
    'given “%s” for a tenant, then it is named with what is accepted',
    (tenant) => {
      const words = refusal({ log: connection }, { TRACKRECORD_TENANT: tenant });
      expect(words).toContain(`TRACKRECORD_TENANT: "${tenant}"`);
    },
  );

  it('given a log in a file, then nobody asks for its tenant', () => {
    expect(placeOf({ data: '/a' }, { TRACKRECORD_TENANT: 'Kent' })._tag).toBe('Embedded');
  });
});

describe('a log of no kind that is known', () => {
  it.each([
    ['http://admin:changeit@node.example.org', '--log: "http:"'],
    ['esdb:/admin:changeit@node.example.org', '--log: "esdb:"'],
    ['esdb+srv://admin:changeit@node.example.org', '--log: "esdb+srv:"'],
    ['ESDB://admin:changeit@db', '--log: "ESDB:"'],
    ['postgres://admin:changeit@db', '--log: "postgres:"'],
  ])('given %s, then it is told without its password', (log, named) => {
    const words = refusal({ log });
    expect(words).toContain(named);
    expect(words).toContain('esdb+discover://HOST:PORT');
    expect(words).not.toMatch(/admin|changeit/u);
  });

  it('given it in the environment, then that is named', () => {
    expect(refusal({}, { TRACKRECORD_LOG: 'ftp://x' })).toContain('TRACKRECORD_LOG: "ftp:"');
  });
});

describe('credentials', () => {
  const log = 'esdb://node.example.org:2113';
  const passwordFile = join(made, 'password');
  writeFileSync(passwordFile, 'changeit\n');

  it('given a user and a file, then the file holds the password, without its line break', () => {
    const environment = {
      TRACKRECORD_LOG_USER: 'trackrecord',
      TRACKRECORD_LOG_PASSWORD_FILE: passwordFile,
    };
    expect(placeOf({ log }, environment)).toMatchObject({
      credentials: { username: 'trackrecord', password: 'changeit' },
    });
  });

  it.each([
    ['a user alone', { TRACKRECORD_LOG_USER: 'u' }, 'TRACKRECORD_LOG_PASSWORD_FILE is missing'],
    [
      'a file alone',
      { TRACKRECORD_LOG_PASSWORD_FILE: passwordFile },
      'TRACKRECORD_LOG_USER is missing',
    ],
    [
      'a file that is not there',
      { TRACKRECORD_LOG_USER: 'u', TRACKRECORD_LOG_PASSWORD_FILE: join(made, 'none') },
      join(made, 'none'),
    ],
  ])('given %s, then that is named', (_case, environment, named) => {
    expect(refusal({ log }, environment)).toContain(named);
  });

  it('given an empty file, then it is named', () => {
    const empty = join(made, 'empty');
    writeFileSync(empty, '\n');
    expect(
      refusal({ log }, { TRACKRECORD_LOG_USER: 'u', TRACKRECORD_LOG_PASSWORD_FILE: empty }),
    ).toContain(empty);
  });
});

describe('a connection string that is shown', () => {
  it.each([
    ['esdb://node.example.org:2113', 'esdb://node.example.org:2113'],
    ['esdb://admin:changeit@a:2113,b:2113?tls=true', 'esdb://a:2113,b:2113'],
    ['esdb+discover://admin:p@ss/w?rd@a:2113/?x=1', 'esdb+discover://a:2113'],
    ['esdb://admin@a', 'esdb://a'],
  ])('given %s, then it is %s', (connection, shown) => {
    expect(withoutSecrets(connection)).toBe(shown);
  });

  it('given a place, then its name says whose log it is', () => {
    expect(nameOfLog(placeOf({ log: 'esdb://u:p@a:2113', data: '/a' }))).toBe(
      'esdb://a:2113 (tenant trackrecord)',
    );
    expect(nameOfLog(placeOf({ data: '/a' }))).toBe('/a/log.db');
  });
});
