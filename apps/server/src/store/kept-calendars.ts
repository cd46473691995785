import * as t from 'io-ts';
import { type KeptIn, rowIfAny } from './kept-in.ts';
import type { ServerStore } from './server-store.ts';

const Row = t.type(
  {
    account: t.string,
    plan: t.string,
    madeAt: t.string,
    usedAt: t.union([t.string, t.null]),
  },
  'address of a calendar',
);

/** A calendar of somebody's own work is of no plan. */
const noPlan = '';

const keptAs = ({ plan, usedAt, ...rest }: t.TypeOf<typeof Row>) => ({
  ...rest,
  plan: plan === noPlan ? null : plan,
  lastUse: usedAt,
});

export const keptCalendars = ({
  db,
  read,
  write,
  writeLightly,
}: KeptIn): ServerStore['calendars'] => {
  const columns = 'account, plan, made_at AS madeAt, used_at AS usedAt';
  const [byDigest, byScope, put, drop, use] = [
    db.prepare(`SELECT ${columns} FROM calendars WHERE digest = ?`),
    db.prepare(`SELECT ${columns} FROM calendars WHERE account = ? AND plan = ?`),
    db.prepare('INSERT INTO calendars (digest, account, plan, made_at) VALUES (?, ?, ?, ?)'),
    db.prepare('DELETE FROM calendars WHERE account = ? AND plan = ?'),
    db.prepare('UPDATE calendars SET used_at = ? WHERE digest = ?'),
  ];
  const found = (row: unknown) => {
    const kept = rowIfAny(Row)(row);
    return kept === undefined ? undefined : keptAs(kept);
  };
  return {
    lookup: (digest) => read(() => found(byDigest.get(digest))),
    lookupOf: (account, plan) => read(() => found(byScope.get(account, plan ?? noPlan))),
    make: (digest, { account, plan, madeAt }) =>
      write(() => {
        drop.run(account, plan ?? noPlan);
        put.run(digest, account, plan ?? noPlan, madeAt);
      }),
    remove: (account, plan) =>
      write(() => {
        drop.run(account, plan ?? noPlan);
      }),
    used: (digest, now) =>
      writeLightly(() => {
        use.run(now, digest);
      }),
  };
};
