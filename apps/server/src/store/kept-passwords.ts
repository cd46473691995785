import * as t from 'io-ts';
import { type KeptIn, rowIfAny } from './kept-in.ts';
import type { ServerStore } from './server-store.ts';

const Row = t.type({ hash: t.string }, 'password');

export const keptPasswords = ({ db, read, write }: KeptIn): ServerStore['passwords'] => {
  const [one, put, drop] = [
    db.prepare('SELECT hash FROM passwords WHERE account = ?'),
    db.prepare('INSERT OR REPLACE INTO passwords (account, hash) VALUES (?, ?)'),
    db.prepare('DELETE FROM passwords WHERE account = ?'),
  ];
  return {
    hashOf: (account) => read(() => rowIfAny(Row)(one.get(account))?.hash),
    set: (account, hash) =>
      write(() => {
        put.run(account, hash);
      }),
    remove: (account) =>
      write(() => {
        drop.run(account);
      }),
  };
};
