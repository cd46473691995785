import { invalid } from '@trackrecord/application';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { type KeptIn, rowIfAny } from './kept-in.ts';
import type { ServerStore } from './server-store.ts';
import type { StoreLimits } from './store-limits.ts';

const Row = t.type({ text: t.string }, 'draft');

export const keptDrafts = (
  { db, read, write }: KeptIn,
  { draft_bytes, draftsOfAnAccount }: StoreLimits,
): ServerStore['drafts'] => {
  const one = db.prepare('SELECT text FROM drafts WHERE account = ? AND place = ?');
  const put = db.prepare(
    'INSERT OR REPLACE INTO drafts (account, place, kept_at, text) VALUES (?, ?, ?, ?)',
  );
  const drop = db.prepare('DELETE FROM drafts WHERE account = ? AND place = ?');
  const dropOldest = db.prepare(
    `DELETE FROM drafts WHERE rowid IN (
       SELECT rowid FROM drafts WHERE account = ? ORDER BY kept_at DESC, rowid DESC
       LIMIT -1 OFFSET ?)`,
  );
  return {
    lookup: (account, place) => read(() => rowIfAny(Row)(one.get(account, place))?.text),
    keep: (account, place, text, now) =>
      Buffer.byteLength(text) > draft_bytes
        ? TE.left(
            invalid(
              `Half-finished work of ${Buffer.byteLength(text)} bytes is too much to keep; accepted are ${draft_bytes}. Save a part of it first.`,
            ),
          )
        : write(() => {
            put.run(account, place, now, text);
            dropOldest.run(account, draftsOfAnAccount);
          }),
    drop: (account, place) =>
      write(() => {
        drop.run(account, place);
      }),
  };
};
