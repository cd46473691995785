import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.ts';
import type { Flags } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const read = (environment: Environment = {}, flags: Flags = {}) => {
  const configuration = readConfiguration(environment, flags);
  if (E.isRight(configuration)) return configuration.right;
  throw new Error(configuration.left.join('\n'));
};

const mistakes = (environment: Environment, flags: Flags = {}): ReadonlyArray<string> => {
  const configuration = readConfiguration(environment, flags);
  return E.isLeft(configuration) ? configuration.left : [];
};

describe('how a server is set up', () => {
  it('given nothing, then it is there for its own machine alone', () => {
    expect(read()).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: new URL('http://localhost:3000'),
      trustedProxies: 0,
      session: { idle_h: 2, whole_h: 12 },
      sample: false,
      maxLag_seconds: 60,
      logLevel: 'info',
    });
  });

  it('given every variable, then each counts', () => {
    expect(
      read({
        TRACKRECORD_HOST: '0.0.0.0',
        TRACKRECORD_PORT: '8080',
        TRACKRECORD_PUBLIC_URL: 'https://plans.example/',
        TRACKRECORD_TRUSTED_PROXIES: '1',
        TRACKRECORD_SESSION_IDLE_HOURS: '0.5',
        TRACKRECORD_SESSION_HOURS: '8',
        TRACKRECORD_MAX_LAG_SECONDS: '5',
        TRACKRECORD_LOG_LEVEL: 'warn',
        PATH: '/usr/bin',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 8080,
      publicUrl: new URL('https://plans.example'),
      trustedProxies: 1,
      session: { idle_h: 0.5, whole_h: 8 },
      sample: false,
      maxLag_seconds: 5,
      logLevel: 'warn',
    });
  });

  it('given a flag and a variable, then the flag counts; an empty one is none', () => {
    const environment = { TRACKRECORD_PORT: '8080', TRACKRECORD_HOST: '' };
    expect(read(environment, { port: '9090' })).toMatchObject({
      port: 9090,
      host: '127.0.0.1',
      publicUrl: new URL('http://localhost:9090'),
    });
    expect(read(environment, { port: ' ' })).toMatchObject({ port: 8080 });
  });

  it.each([
    ['::1', 'http://localhost:3000/'],
    ['[::1]', 'http://localhost:3000/'],
    ['localhost', 'http://localhost:3000/'],
    ['127.0.0.2', 'http://localhost:3000/'],
  ])('given the host %s, then people reach it at %s', (host, href) => {
    expect(read({}, { host }).publicUrl.href).toBe(href);
  });

  it('given variables of the other commands, then nothing is said of them', () => {
    expect(
      mistakes({
        TRACKRECORD_BY: 'Rhoda Tansley',
        TRACKRECORD_DATA: '/data',
        TRACKRECORD_LOG: 'esdb://node:2113',
        TRACKRECORD_LOG_USER: 'x',
        TRACKRECORD_LOG_PASSWORD_FILE: '/run/x',
        TRACKRECORD_TENANT: 'kent',
      }),
    ).toEqual([]);
  });
});

describe('what is wrong with how a server is set up', () => {
  it.each<readonly [Environment, Flags, string]>([
    [
      { TRACKRECORD_PORT: '65536' },
      {},
      'TRACKRECORD_PORT: "65536" is not accepted; accepted are whole numbers from 0 to 65535.',
    ],
    [
      {},
      { port: 'http' },
      '--port: "http" is not accepted; accepted are whole numbers from 0 to 65535.',
    ],
    [
      {},
      { port: '3e3' },
      '--port: "3e3" is not accepted; accepted are whole numbers from 0 to 65535.',
    ],
    [
      { TRACKRECORD_TRUSTED_PROXIES: '-1' },
      {},
      'TRACKRECORD_TRUSTED_PROXIES: "-1" is not accepted; accepted are whole numbers from 0 to 10.',
    ],
    [
      { TRACKRECORD_SESSION_HOURS: 'day' },
      {},
      'TRACKRECORD_SESSION_HOURS: "day" is not accepted; accepted are hours from 0.25 to 720.',
    ],
    [
      { TRACKRECORD_SESSION_IDLE_HOURS: '0.1' },
      {},
      'TRACKRECORD_SESSION_IDLE_HOURS: "0.1" is not accepted; accepted are hours from 0.25 to 720.',
    ],
    [
      { TRACKRECORD_SESSION_IDLE_HOURS: '13' },
      {},
      'TRACKRECORD_SESSION_IDLE_HOURS: 13 hours without a visit are more than the 12 hours that a session lasts at all (TRACKRECORD_SESSION_HOURS).',
    ],
    [
      { TRACKRECORD_MAX_LAG_SECONDS: '0' },
      {},
      'TRACKRECORD_MAX_LAG_SECONDS: "0" is not accepted; accepted are whole seconds from 1 to 86400.',
    ],
    [
      { TRACKRECORD_LOG_LEVEL: 'loud' },
      {},
      'TRACKRECORD_LOG_LEVEL: "loud" is not accepted; accepted are debug, info, warn, error, silent.',
    ],
  ])('given %j and %j, then: %s', (environment, flags, message) => {
    expect(mistakes(environment, flags)).toEqual([message]);
  });

  it.each(['two words', 'http://plans.example', '1.2.3.4:80', '-'])(
    'given the host %s, then it is named',
    (host) => {
      const [first, ...more] = mistakes({}, { host, publicUrl: 'https://plans.example' });
      expect(first).toContain(`--host: "${host}" is not accepted`);
      expect(more).toEqual([]);
    },
  );

  it.each([
    'plans.example',
    'ftp://plans.example',
    'http://plans.example',
    'http://localhost.evil.example',
    'https://plans.example/path',
    'https://plans.example/?a=b',
    'https://plans.example/#a',
    'https://user@plans.example',
    'javascript:alert(1)',
  ])('given the public address %s, then it is named', (publicUrl) => {
    const [first, ...more] = mistakes({ TRACKRECORD_PUBLIC_URL: publicUrl });
    expect(first).toContain(`TRACKRECORD_PUBLIC_URL: "${publicUrl}" is not accepted`);
    expect(more).toEqual([]);
  });

  it('given a password in the public address, then it is not repeated', () => {
    const [first] = mistakes({}, { publicUrl: 'https://me:hunter2@plans.example' });
    expect(first).toContain('--public-url: "https://plans.example" is not accepted');
    expect(first).not.toContain('hunter2');
  });

  it('given that other machines reach it, then where has to be said', () => {
    const [first, ...more] = mistakes({ TRACKRECORD_HOST: '0.0.0.0' });
    expect(first).toContain('TRACKRECORD_PUBLIC_URL (or --public-url) is missing');
    expect(more).toEqual([]);
  });

  it('given a sample, then it is for its own machine alone', () => {
    expect(read({}, { sample: true }).sample).toBe(true);
    const publicUrl = 'https://plans.example';
    expect(mistakes({}, { sample: true, host: '0.0.0.0', publicUrl })[0]).toContain(
      'not at 0.0.0.0',
    );
    expect(mistakes({}, { sample: true, publicUrl })[0]).toContain('not at plans.example');
  });

  it('given a variable that is misspelt, then the one that was meant is named', () => {
    expect(mistakes({ TRACKRECORD_PROT: '1', TRACKRECORD_PUBLIC_URI: 'x' })).toEqual([
      'TRACKRECORD_PROT: there is no such setting; TRACKRECORD_PORT is probably meant.',
      'TRACKRECORD_PUBLIC_URI: there is no such setting; TRACKRECORD_PUBLIC_URL is probably meant.',
    ]);
    expect(mistakes({ TRACKRECORD_SOMETHING_ELSE_ENTIRELY: '1' })).toEqual([
      'TRACKRECORD_SOMETHING_ELSE_ENTIRELY: there is no such setting; unset it, or name another so.',
    ]);
  });

  it('given several mistakes, then all are told at once', () => {
    const all = mistakes(
      { TRACKRECORD_PORT: 'x', TRACKRECORD_LOG_LEVEL: 'y', TRACKRECORD_HOTS: 'z' },
      { sessionHours: 'w', publicUrl: 'v' },
    );
    expect(all.map((one) => one.split(':')[0])).toEqual([
      'TRACKRECORD_PORT',
      '--public-url',
      '--session-hours',
      'TRACKRECORD_LOG_LEVEL',
      'TRACKRECORD_HOTS',
    ]);
  });
});
