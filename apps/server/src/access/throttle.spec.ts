import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { addressKey } from './address-key.ts';
import { throttle } from './throttle.ts';

const at = (time: string) => must(Instant)(`2026-06-30T${time}.000Z`);
const policy = { free: 3, shortest_minutes: 1, longest_minutes: 4, forgotten_minutes: 15 };

describe('a throttle that leaves three tries free', () => {
  it('given two that failed, then a third may be tried at once', () => {
    const tries = throttle(policy);
    tries.count('a', at('09:00:00'));
    tries.count('a', at('09:00:01'));
    expect(tries.closedUntil('a', at('09:00:01'))).toBeUndefined();
  });

  it('given three that failed, then a minute is to be waited, to its end', () => {
    const tries = throttle(policy);
    for (const time of ['09:00:00', '09:00:01', '09:00:02']) tries.count('a', at(time));
    expect(tries.closedUntil('a', at('09:00:02'))).toBe(at('09:01:02'));
    expect(tries.closedUntil('a', at('09:01:01'))).toBe(at('09:01:02'));
    expect(tries.closedUntil('a', at('09:01:02'))).toBeUndefined();
  });

  it('given further failures, then each wait is twice the one before, up to the longest', () => {
    const tries = throttle(policy);
    for (const time of ['09:00:00', '09:00:00', '09:00:00']) tries.count('a', at(time));
    tries.count('a', at('09:01:00'));
    expect(tries.closedUntil('a', at('09:01:00'))).toBe(at('09:03:00'));
    tries.count('a', at('09:03:00'));
    expect(tries.closedUntil('a', at('09:03:00'))).toBe(at('09:07:00'));
    tries.count('a', at('09:07:00'));
    expect(tries.closedUntil('a', at('09:07:00'))).toBe(at('09:11:00'));
  });

  it('given a wait that ended a quarter of an hour ago, then all is forgotten', () => {
    const tries = throttle(policy);
    for (const time of ['09:00:00', '09:00:00', '09:00:00']) tries.count('a', at(time));
    // The wait ended at 09:01.
    tries.count('a', at('09:16:00'));
    expect(tries.closedUntil('a', at('09:16:00'))).toBeUndefined();
    tries.count('a', at('09:16:01'));
    expect(tries.closedUntil('a', at('09:16:01'))).toBeUndefined();
    tries.count('a', at('09:16:02'));
    expect(tries.closedUntil('a', at('09:16:02'))).toBe(at('09:17:02'));
  });

  it('given failures, when all are forgotten, then three are free again, and nobody else’s', () => {
    const tries = throttle(policy);
    for (const key of ['a', 'a', 'a', 'b', 'b', 'b']) tries.count(key, at('09:00:00'));
    tries.forget('a');
    expect(tries.closedUntil('a', at('09:00:00'))).toBeUndefined();
    expect(tries.closedUntil('b', at('09:00:00'))).toBe(at('09:01:00'));
  });

  it('given a try that did not fail, then it does not count', () => {
    const tries = throttle(policy);
    for (const time of ['09:00:00', '09:00:01', '09:00:02']) tries.count('a', at(time));
    tries.forgive('a');
    expect(tries.closedUntil('a', at('09:00:02'))).toBeUndefined();
    tries.count('a', at('09:00:03'));
    expect(tries.closedUntil('a', at('09:00:03'))).toBe(at('09:01:03'));
  });
});

describe('what stands for an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('given %s, then %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
