import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../describe-failure.ts';
import { isLoopbackHost, readWebhookAddress } from './webhook-address.ts';

const told = (typed: string): string =>
  E.match(describeFailure, (address: string) => address)(readWebhookAddress(typed));

describe('the address of a webhook', () => {
  it.each([
    [' https://Cases.Harbour.example/a b?c=d ', 'https://cases.harbour.example/a%20b?c=d'],
    ['https://10.1.2.3:8443/x', 'https://10.1.2.3:8443/x'],
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://0x7f.1/', 'http://127.0.0.1/'],
    ['http://[::1]:9/', 'http://[::1]:9/'],
  ])('given %s, then it is kept as %s', (typed, kept) => {
    expect(told(typed)).toBe(kept);
  });

  it.each([
    ['', 'is no address'],
    ['cases.harbour.example', 'is no address'],
    ['mailto:m.reed@harbour.example', 'begins with https://'],
    ['javascript:alert(1)', 'begins with https://'],
    ['http://cases.harbour.example/', 'https:// only'],
    ['http://10.1.2.3/', 'https:// only'],
    ['http://127.0.0.1.harbour.example/', 'https:// only'],
    ['https://reed@cases.harbour.example/', 'a name or a password'],
    ['https://cases.harbour.example/#x', 'after "#"'],
    ['https://cases.harbour.example/#', 'after "#"'],
    [`https://cases.harbour.example/${'x'.repeat(2000)}`, 'accepted are up to 1,990'],
  ])('given %s, then it is refused at its field, and why is said', (typed, why) => {
    const read = readWebhookAddress(typed);
    expect(E.isLeft(read) && read.left).toMatchObject({ _tag: 'Invalid', field: 'address' });
    expect(told(typed)).toContain(why);
  });

  it('given hosts, then this machine itself is known', () => {
    expect(
      ['localhost', 'a.localhost', '127.9.9.9', '[::1]', 'localhost.example', '128.0.0.1'].map(
        isLoopbackHost,
      ),
    ).toEqual([true, true, true, true, false, false]);
  });
});
