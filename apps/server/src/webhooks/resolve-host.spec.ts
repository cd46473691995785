import { describeFailure, readWebhookAddress } from '@trackrecord/application';
import { rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Led } from './refused-address.ts';
import { guardedLookup, mayCallBy, type ResolveHost } from './resolve-host.ts';

const never = () => new Promise<void>(() => undefined);

const leadingTo =
  (...addresses: ReadonlyArray<string>): ResolveHost =>
  () =>
    Promise.resolve(
      addresses.map((address): Led => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const told = async (address: string, resolve: ResolveHost, pause = never): Promise<string> =>
  E.match(
    describeFailure,
    () => 'it may be called',
  )(await mayCallBy(resolve, pause)(rightOf(readWebhookAddress(address)))());

const named = 'https://cases.harbour.example/';

describe('whether an address may be called, when it is registered', () => {
  it.each([
    [leadingTo('203.0.113.7'), 'it may be called'],
    [leadingTo('10.1.2.3', 'fd12::1'), 'it may be called'],
    [leadingTo('203.0.113.7', '169.254.169.254'), '169.254.169.254 is not called'],
    [leadingTo('::'), ':: is not called'],
  ])(
    'given where its name leads, then what leads nowhere good is refused',
    async (resolve, words) => {
      expect(await told(named, resolve)).toContain(words);
    },
  );

  it('given a name that nothing is known of, or not in time, then that is found out when it is called', async () => {
    expect(await told(named, () => Promise.reject(new Error('ENOTFOUND')))).toBe(
      'it may be called',
    );
    const slow: ResolveHost = () => new Promise(() => undefined);
    expect(await told(named, slow, () => Promise.resolve())).toBe('it may be called');
  });

  it('given an address without a name, then nothing is looked up', async () => {
    const unasked: ResolveHost = () => Promise.reject(new Error('nobody is to ask'));
    expect(await told('https://[fe80::1]/', unasked)).toContain('fe80::1 is not called');
    expect(await told('https://10.1.2.3/', unasked)).toBe('it may be called');
  });
});

describe('where a connection leads', () => {
  const looked = (resolve: ResolveHost, address: string, all: boolean) =>
    new Promise((tell) => {
      guardedLookup(resolve, new URL(address))('name', { all }, (error, found, family) => {
        tell(error === null ? [found, family] : error.message);
      });
    });

  it('given that all of it may be called, then that is where it leads', async () => {
    const led = [{ address: '203.0.113.7', family: 4 }];
    expect(await looked(leadingTo('203.0.113.7'), named, true)).toEqual([led, undefined]);
    expect(await looked(leadingTo('203.0.113.7'), named, false)).toEqual(['203.0.113.7', 4]);
  });

  it('given one address among others that is not called, then there is no connection', async () => {
    expect(await looked(leadingTo('203.0.113.7', 'fe80::1'), named, true)).toContain('fe80::1');
  });

  it('given plain http, then it leads to this machine itself or nowhere', async () => {
    expect(await looked(leadingTo('203.0.113.7'), 'http://localhost/', true)).toContain(
      'https:// only',
    );
  });

  it('given nothing, or a name that is not known, then that is said', async () => {
    expect(await looked(leadingTo(), named, true)).toBe('name leads nowhere');
    expect(await looked(() => Promise.reject(new Error('ENOTFOUND')), named, true)).toBe(
      'ENOTFOUND',
    );
  });
});
