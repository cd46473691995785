import type { Instant } from '@trackrecord/kernel';
import { LRUCache } from 'lru-cache';
import { later, millisecondsBetween, minute_ms } from '../time/instants.ts';

/** How many tries that fail are free, and how long the waits after that are: doubled each time, up to the longest. */
export type ThrottlePolicy = Readonly<{
  free: number;
  shortest_minutes: number;
  longest_minutes: number;
  /** Failures are forgotten once nobody has tried for so long, waits not counted. */
  forgotten_minutes: number;
}>;

/** Counts tries by a key, such as a name or an address. Kept in memory: a server that starts anew forgets. */
export type Throttle = Readonly<{
  /** Until when nobody may try; `undefined` where they may. */
  closedUntil: (key: string, now: Instant) => Instant | undefined;
  /** Counts a try before it is known whether it fails: of many at once, too, only the free ones get through. */
  count: (key: string, now: Instant) => void;
  /** A try that was counted did not fail. */
  forgive: (key: string) => void;
  /** Nothing that failed before counts any more. */
  forget: (key: string) => void;
}>;

type Tries = Readonly<{ failed: number; last: Instant; closedUntil: Instant }>;

/** So many keys are remembered; those that were tried longest ago are forgotten first. */
const mostKeys = 50_000;

/** How long a key is closed after so many failures. */
const wait_minutes = (policy: ThrottlePolicy, failed: number): number =>
  failed < policy.free
    ? 0
    : Math.min(policy.longest_minutes, policy.shortest_minutes * 2 ** (failed - policy.free));

export const throttle = (policy: ThrottlePolicy): Throttle => {
  const tries = new LRUCache<string, Tries>({ max: mostKeys });

  const remembered = (key: string, now: Instant): Tries | undefined => {
    const known = tries.get(key);
    return known === undefined ||
      millisecondsBetween(known.closedUntil, now) >= policy.forgotten_minutes * minute_ms
      ? undefined
      : known;
  };

  return {
    closedUntil: (key, now) => {
      const known = remembered(key, now);
      return known !== undefined && known.closedUntil > now ? known.closedUntil : undefined;
    },
    count: (key, now) => {
      const failed = (remembered(key, now)?.failed ?? 0) + 1;
      const closedUntil = later(now, wait_minutes(policy, failed) * minute_ms);
      tries.set(key, { failed, last: now, closedUntil });
    },
    forgive: (key) => {
      const known = tries.get(key);
      if (known === undefined) return;
      if (known.failed <= 1) tries.delete(key);
      else tries.set(key, { ...known, failed: known.failed - 1, closedUntil: known.last });
    },
    forget: (key) => {
      tries.delete(key);
    },
  };
};
