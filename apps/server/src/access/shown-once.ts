import type { Clock } from '@trackrecord/application';
import { LRUCache } from 'lru-cache';
import { later, minute_ms } from '../time/instants.ts';

/** What was made for somebody to be shown once: after the redirect that ends a form, and never again. */
export type ShownOnce = Readonly<{
  /** @param session whose page shows it; @param what which one, of those that a session may have made */
  keep: (session: string, what: string, secret: string) => void;
  /** Gives it, and forgets it. */
  take: (session: string, what: string) => string | undefined;
}>;

/** A redirect is followed at once; what nobody came for is forgotten. */
const patience_minutes = 5;

/** Kept in memory alone: a secret that is shown once is on no disk. */
export const shownOnce = (clock: Pick<Clock, 'now'>): ShownOnce => {
  const kept = new LRUCache<string, Readonly<{ secret: string; until: string }>>({ max: 1000 });
  const keyOf = (session: string, what: string): string => `${session} ${what}`;
  return {
    keep: (session, what, secret) => {
      const until = later(clock.now(), patience_minutes * minute_ms);
      kept.set(keyOf(session, what), { secret, until });
    },
    take: (session, what) => {
      const found = kept.get(keyOf(session, what));
      kept.delete(keyOf(session, what));
      return found === undefined || found.until <= clock.now() ? undefined : found.secret;
    },
  };
};
