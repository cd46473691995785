import * as t from 'io-ts';
import { type KeptIn, rowIfAny } from './kept-in.ts';
import type { ServerStore } from './server-store.ts';

const Row = t.type({ usedAt: t.string }, 'use of a token');

export const keptTokenUses = ({ db, read, writeLightly }: KeptIn): ServerStore['tokens'] => {
  const [one, put] = [
    db.prepare('SELECT used_at AS usedAt FROM token_uses WHERE token = ?'),
    db.prepare('INSERT OR REPLACE INTO token_uses (token, used_at) VALUES (?, ?)'),
  ];
  return {
    used: (token, now) =>
      writeLightly(() => {
        put.run(token, now);
      }),
    lastUse: (token) => read(() => rowIfAny(Row)(one.get(token))?.usedAt),
  };
};
