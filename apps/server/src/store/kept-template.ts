import * as t from 'io-ts';
import { type KeptIn, rowIfAny } from './kept-in.ts';
import type { ServerStore } from './server-store.ts';

const Row = t.type(
  {
    name: t.string,
    account: t.string,
    keptAt: t.string,
    notTaken: t.string,
    bytes: t.unknown,
  },
  'template of papers',
);

const Sentences = t.readonlyArray(t.string);

const sentencesIn = (text: string): ReadonlyArray<string> => {
  const value: unknown = JSON.parse(text);
  if (Sentences.is(value)) return value;
  throw new Error('what is not taken of a template is kept as sentences');
};

const bytesIn = (value: unknown): Uint8Array => {
  if (value instanceof Uint8Array) return value;
  throw new Error('a template is kept as bytes');
};

export const keptTemplate = ({ db, read, write }: KeptIn): ServerStore['template'] => {
  const [look, put, drop] = [
    db.prepare(
      'SELECT name, account, kept_at AS keptAt, not_taken AS notTaken, bytes FROM paper_template',
    ),
    db.prepare(
      'INSERT OR REPLACE INTO paper_template (only, name, account, kept_at, not_taken, bytes) VALUES (1, ?, ?, ?, ?, ?)',
    ),
    db.prepare('DELETE FROM paper_template'),
  ];
  return {
    lookup: () =>
      read(() => {
        const row = rowIfAny(Row)(look.get());
        return row === undefined
          ? undefined
          : { ...row, notTaken: sentencesIn(row.notTaken), bytes: bytesIn(row.bytes) };
      }),
    keep: ({ name, account, keptAt, notTaken, bytes }) =>
      write(() => {
        put.run(name, account, keptAt, JSON.stringify(notTaken), bytes);
      }),
    drop: () =>
      write(() => {
        drop.run();
      }),
  };
};
