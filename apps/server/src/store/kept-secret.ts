import * as t from 'io-ts';
import { type KeptIn, rowAs } from './kept-in.ts';
import type { ServerStore } from './server-store.ts';

const Row = t.type({ value: t.string }, 'secret');

/** @param make a new secret, used where the file has none */
export const keptSecret = ({ db, write }: KeptIn, make: () => string): ServerStore['secret'] => {
  const [put, one] = [
    db.prepare('INSERT INTO secret (only, value) VALUES (1, ?) ON CONFLICT DO NOTHING'),
    db.prepare('SELECT value FROM secret'),
  ];
  return () =>
    write(() => {
      put.run(make());
      return rowAs(Row)(one.get()).value;
    });
};
