import { hash } from '@node-rs/argon2';
import { storage } from '@trackrecord/application';
import { Instant } from '@trackrecord/kernel';
import { must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { openServerStore } from '../store/open-server-store.ts';
import type { ServerStore } from '../store/server-store.ts';
import { localSignIn } from './local-sign-in.ts';
import { isOutdated } from './passwords.ts';
import type { SignIn } from './sign-in.ts';

const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const right = 'kettle meadow oboe';
const wrong = 'kettle meadow flute';

const at = (time: string) => must(Instant)(`2026-06-30T${time}.000Z`);

/** A clock that is set by hand. */
const handClock = (time: string) => {
  const state = { now: at(time) };
  return {
    now: () => state.now,
    set: (later: string) => {
      state.now = at(later);
    },
  };
};

describe('signing in with a password', () => {
  let clock = handClock('09:00:00');
  let store: ServerStore;
  let signIn: SignIn;

  beforeEach(async () => {
    clock = handClock('09:00:00');
    store = rightOf(await openServerStore({ file: ':memory:', clock })());
    await store.passwords.set('a-1', await hash(right, cheap))();
    await store.passwords.set('a-closed', await hash(right, cheap))();
    signIn = localSignIn({
      passwords: store.passwords,
      clock,
      lookupAccount: (name) =>
        name === 'fire'
          ? TE.left(storage({ _tag: 'Unavailable', message: 'the disk is on fire' }))
          : TE.right({ rhoda: 'a-1', newcomer: 'a-2' }[name.toLowerCase()]),
    });
  });

  const attempt = async (signInName: string, password: string, address = '203.0.113.7') =>
    rightOf(await signIn({ signInName, password, address })());

  const failTimes = async (count: number, name: string, address?: string) => {
    for (let left = count; left > 0; left -= 1) await attempt(name, wrong, address);
  };

  it('given the password of a name, then its account is signed in', async () => {
    expect(await attempt('Rhoda', right)).toEqual({ _tag: 'SignedIn', account: 'a-1' });
  });

  it.each([
    ['another password', 'rhoda', wrong],
    ['a name that nobody has', 'nobody', right],
    ['the password that stands in for those of nobody', 'nobody', 'nobody has this password'],
    ['an account that has no password yet', 'newcomer', right],
    ['an account that is closed', 'closed', right],
    ['nothing', '', ''],
  ])('given %s, then it is refused in one and the same way', async (_what, name, password) => {
    expect(await attempt(name, password)).toEqual({ _tag: 'Refused' });
  });

  it('given a hash with other parameters than today’s, when its owner signs in, then it is made anew', async () => {
    await attempt('rhoda', wrong);
    expect(isOutdated(rightOf(await store.passwords.hashOf('a-1')()) ?? '')).toBe(true);
    await attempt('rhoda', right);
    expect(isOutdated(rightOf(await store.passwords.hashOf('a-1')()) ?? '')).toBe(false);
    expect(await attempt('rhoda', right)).toEqual({ _tag: 'SignedIn', account: 'a-1' });
  });

  it.each(['rhoda', 'nobody'])(
    'given five failures as %s, then even the right password has to wait a minute',
    async (name) => {
      await failTimes(5, name);
      expect(await attempt(name.toUpperCase(), right, '198.51.100.1')).toEqual({
        _tag: 'Closed',
        until: at('09:01:00'),
      });
      clock.set('09:01:00');
      expect((await attempt(name, right))._tag).toBe(name === 'rhoda' ? 'SignedIn' : 'Refused');
    },
  );

  it('given that others close the name, then its owner gets in from where they did before, and guesses no more there', async () => {
    await attempt('rhoda', right, '198.51.100.1');
    await failTimes(5, 'rhoda');
    expect((await attempt('rhoda', right, '203.0.113.9'))._tag).toBe('Closed');
    expect((await attempt('rhoda', right, '198.51.100.1'))._tag).toBe('SignedIn');
    await failTimes(5, 'rhoda', '198.51.100.1');
    expect((await attempt('rhoda', right, '198.51.100.1'))._tag).toBe('Closed');
  });

  it('given ten tries at once, then five of them are heard', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => attempt('rhoda', wrong)));
    expect(answers.filter(({ _tag }) => _tag === 'Refused')).toHaveLength(5);
    expect(answers.filter(({ _tag }) => _tag === 'Closed')).toHaveLength(5);
  });

  it('given four failures and a success, then four more failures close nothing', async () => {
    await failTimes(4, 'rhoda');
    await attempt('rhoda', right);
    await failTimes(4, 'rhoda');
    expect((await attempt('rhoda', right))._tag).toBe('SignedIn');
  });

  it('given twenty failures from an address, then nobody signs in from there, but from elsewhere', async () => {
    for (let name = 1; name <= 20; name += 1) await attempt(`name-${name}`, wrong, '2001:db8::1');
    expect(await attempt('rhoda', right, '2001:db8::2')).toEqual({
      _tag: 'Closed',
      until: at('09:01:00'),
    });
    expect((await attempt('rhoda', right, '2001:db8:0:1::1'))._tag).toBe('SignedIn');
  });

  it('given that the log cannot be asked, then that is told, and is no failed try', async () => {
    for (let tries = 1; tries <= 6; tries += 1)
      expect(
        E.isLeft(await signIn({ signInName: 'fire', password: right, address: '203.0.113.7' })()),
      ).toBe(true);
  });
});
