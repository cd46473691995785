import * as t from 'io-ts';
import { type KeptIn, rowAs, rowIfAny } from './kept-in.ts';
import type { ServerStore } from './server-store.ts';

const Row = t.type({ account: t.string, openedAt: t.string, endsAt: t.string }, 'session');
const Count = t.type({ count: t.number }, 'count');

export const keptSessions = (kept: KeptIn): ServerStore['sessions'] => {
  const { db, read, write, writeLightly } = kept;
  const one = db.prepare(
    `SELECT account, opened_at AS openedAt, ends_at AS endsAt FROM sessions
     WHERE digest = ? AND ends_at > ?`,
  );
  const put = db.prepare(
    'INSERT INTO sessions (digest, account, opened_at, ends_at) VALUES (?, ?, ?, ?)',
  );
  const extend = db.prepare('UPDATE sessions SET ends_at = ? WHERE digest = ?');
  const drop = db.prepare('DELETE FROM sessions WHERE digest = ?');
  const dropAll = db.prepare('DELETE FROM sessions WHERE account = ?');
  const dropEnded = db.prepare('DELETE FROM sessions WHERE ends_at <= ?');
  const count = db.prepare(
    'SELECT count(*) AS count FROM sessions WHERE account = ? AND ends_at > ?',
  );
  return {
    open: (digest, { account, openedAt, endsAt }) =>
      write(() => {
        // Whoever signs in tidies up: those that have ended are not kept for longer than they must be.
        dropEnded.run(openedAt);
        put.run(digest, account, openedAt, endsAt);
      }),
    lookup: (digest, now) => read(() => rowIfAny(Row)(one.get(digest, now))),
    extend: (digest, endsAt) =>
      writeLightly(() => {
        extend.run(endsAt, digest);
      }),
    end: (digest) =>
      write(() => {
        drop.run(digest);
      }),
    endAll: (account) =>
      write(() => {
        dropAll.run(account);
      }),
    count: (account, now) => read(() => rowAs(Count)(count.get(account, now)).count),
    sweep: (now) =>
      write(() => {
        dropEnded.run(now);
      }),
  };
};
