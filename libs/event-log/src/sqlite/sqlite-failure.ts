import type { StorageError } from '@trackrecord/application/ports';

type Unavailable = Extract<StorageError, { _tag: 'Unavailable' }>;

/** SQLite's primary result codes (https://sqlite.org/rescode.html), said for a person. */
const reasons: Readonly<Record<number, string>> = {
  5: 'another process keeps it busy',
  8: 'it may only be read',
  11: 'the file is damaged or cut short; restore a backup',
  13: 'the disk is full',
  14: 'it cannot be opened; does its directory exist, and may you write there?',
  26: 'it is not a Trackrecord log, or it is damaged at its beginning',
};

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** SQLite's primary result code of what was thrown, where SQLite threw it. */
export const sqliteCode = (thrown: unknown): number | undefined => {
  const code = property(thrown, 'errcode');
  return typeof code === 'number' ? code & 0xff : undefined;
};

/** What was thrown, for a person. */
const wordsOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/** `cannot <doing> <file>: <why>`. */
export const unavailable =
  (doing: string, file: string) =>
  (thrown: unknown): Unavailable => {
    const reason = reasons[sqliteCode(thrown) ?? 0];
    const why = reason === undefined ? wordsOf(thrown) : `${reason} (${wordsOf(thrown)})`;
    return { _tag: 'Unavailable', message: `cannot ${doing} ${file}: ${why}` };
  };
