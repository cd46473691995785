import * as t from 'io-ts';
import { Temporal } from 'temporal-polyfill';
import { type KeptIn, rowAs } from './kept-in.ts';
import type { ServerStore } from './server-store.ts';
import type { StoreLimits } from './store-limits.ts';

const Row = t.type({ digest: t.string }, 'key');

const earlier = (instant: string, hours: number): string =>
  Temporal.Instant.from(instant).subtract({ hours }).toString({ smallestUnit: 'millisecond' });

export const keptKeys = (
  { db, writeLightly }: KeptIn,
  { keys_hours }: StoreLimits,
): ServerStore['keys'] => {
  const [dropOld, put, one] = [
    db.prepare('DELETE FROM keys WHERE claimed_at < ?'),
    db.prepare(
      'INSERT INTO keys (key, digest, claimed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    db.prepare('SELECT digest FROM keys WHERE key = ?'),
  ];
  return {
    claim: (key, digest, now) =>
      writeLightly(() => {
        dropOld.run(earlier(now, keys_hours));
        put.run(key, digest, now);
        return rowAs(Row)(one.get(key)).digest;
      }),
  };
};
