import type { Clock, Failure } from '@trackrecord/application';
import type { Instant } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { LRUCache } from 'lru-cache';
import type { ServerStore } from '../store/server-store.ts';
import { addressKey } from './address-key.ts';
import { hashPassword, isOutdated, isPasswordOf } from './passwords.ts';
import type { SignIn, SignInAnswer, SignInTry } from './sign-in.ts';
import { type Throttle, throttle, type ThrottlePolicy } from './throttle.ts';

/** Five tries a name, as people mistype; then waits that make guessing hopeless and lock nobody out for long. */
const perName: ThrottlePolicy = {
  free: 5,
  shortest_minutes: 1,
  longest_minutes: 15,
  forgotten_minutes: 15,
};

/** An office behind one address makes more mistakes than a person. */
const perAddress: ThrottlePolicy = { ...perName, free: 20 };

export type LocalAccounts = Readonly<{
  passwords: ServerStore['passwords'];
  clock: Pick<Clock, 'now'>;
  /** The account of a name, in whatever case it is typed; `undefined` for none, and for one that is closed. */
  lookupAccount: (signInName: string) => TE.TaskEither<Failure, string | undefined>;
}>;

/** Names are counted as they are compared, whether there is such an account or not. */
const nameKey = (signInName: string): string =>
  signInName.normalize('NFKC').toLowerCase().slice(0, 200);

type Counted = ReadonlyArray<readonly [Throttle, string]>;

const closedUntil = (counted: Counted, now: Instant): Instant | undefined =>
  counted
    .flatMap(([tries, key]) => tries.closedUntil(key, now) ?? [])
    .toSorted()
    .at(-1);

const placeKey = (name: string, address: string): string => `${name} ${address}`;

/**
 * From where a name was signed in with before. Tries from there are counted by themselves: who closes a name to
 * everybody by failing again and again does not keep its owner out (after OWASP's device cookies, by the address).
 */
const knownPlaces = () => {
  const places = new LRUCache<string, true>({ max: 50_000 });
  return {
    has: (name: string, address: string): boolean => places.has(placeKey(name, address)),
    add: (name: string, address: string): void => {
      places.set(placeKey(name, address), true);
    },
  };
};

const refused: SignInAnswer = { _tag: 'Refused' };

const once: { made?: Promise<string> } = {};

/**
 * A hash that is nobody's: what is typed is held against it where there is no account, so that both take as long.
 * Made once a process, before anybody can ask.
 */
const nobodys = (): Promise<string> => (once.made ??= hashPassword('nobody has this password'));

/** Makes a hash anew with today's parameters, now that its password is known; where it cannot be kept, next time. */
const renewed = (
  passwords: ServerStore['passwords'],
  account: string,
  hash: string,
  password: string,
): T.Task<void> =>
  isOutdated(hash)
    ? pipe(
        () => hashPassword(password),
        T.chain((anew) => passwords.set(account, anew)),
        T.map(() => undefined),
      )
    : T.of(undefined);

/** Signs in by the accounts of the log and the passwords of this server, so many tries at a time. */
export const localSignIn = ({ passwords, clock, lookupAccount }: LocalAccounts): SignIn => {
  const [names, addresses] = [throttle(perName), throttle(perAddress)];
  const places = knownPlaces();
  const dummy = nobodys();

  const judged = ({ signInName, password }: SignInTry): TE.TaskEither<Failure, SignInAnswer> =>
    pipe(
      TE.Do,
      TE.bind('account', () => lookupAccount(signInName)),
      TE.bind('hash', ({ account }) =>
        account === undefined ? TE.right(undefined) : passwords.hashOf(account),
      ),
      TE.chainTaskK(({ account, hash }) => async (): Promise<SignInAnswer> => {
        const isRight = await isPasswordOf(hash ?? (await dummy), password);
        if (account === undefined || hash === undefined || !isRight) return refused;
        await renewed(passwords, account, hash, password)();
        return { _tag: 'SignedIn', account };
      }),
    );

  return (asked) => async () => {
    const now = clock.now();
    const [name, address] = [nameKey(asked.signInName), addressKey(asked.address)];
    const key = places.has(name, address) ? placeKey(name, address) : name;
    const counted: Counted = [
      [names, key],
      [addresses, address],
    ];
    const until = closedUntil(counted, now);
    if (until !== undefined) return TE.right<Failure, SignInAnswer>({ _tag: 'Closed', until })();
    counted.forEach(([tries, key]) => {
      tries.count(key, now);
    });
    const answer = await judged(asked)();
    if (answer._tag === 'Left') {
      // What could not be judged has not failed.
      counted.forEach(([tries, key]) => {
        tries.forgive(key);
      });
    } else if (answer.right._tag === 'SignedIn') {
      places.add(name, address);
      names.forget(key);
      addresses.forgive(address);
    }
    return answer;
  };
};
