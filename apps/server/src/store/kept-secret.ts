import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { type KeptIn, rowAs } from './kept-in.ts';
import type { ServerStore } from './server-store.ts';

const Row = t.type({ value: t.string }, 'secret');

/**
 * It never changes, so it is read once.
 * @param make a new secret, used where the file has none
 */
export const keptSecret = ({ db, write }: KeptIn, make: () => string): ServerStore['secret'] => {
  const [put, one] = [
    db.prepare('INSERT INTO secret (only, value) VALUES (1, ?) ON CONFLICT DO NOTHING'),
    db.prepare('SELECT value FROM secret'),
  ];
  const known: { secret?: string } = {};
  return () =>
    known.secret === undefined
      ? write(() => {
          put.run(make());
          known.secret = rowAs(Row)(one.get()).value;
          return known.secret;
        })
      : TE.right(known.secret);
};
