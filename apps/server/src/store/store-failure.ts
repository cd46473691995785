import { type Failure, storage } from '@trackrecord/application';

/** SQLite's primary result codes (https://sqlite.org/rescode.html), said for a person. */
const reasons: Readonly<Record<number, string>> = {
  5: 'another process keeps it busy',
  8: 'it may only be read',
  11: 'the file is damaged or cut short; restore a backup, or move it away to begin another',
  13: 'the disk is full',
  14: 'it cannot be opened; does its directory exist, and may you write there?',
  26: 'it is not a file of a Trackrecord server, or it is damaged at its beginning',
};

const codeOf = (thrown: unknown): number | undefined => {
  const code: unknown =
    typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'errcode') : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
};

export const storeUnavailable = (message: string): Failure =>
  storage({ _tag: 'Unavailable', message });

/** `cannot <doing> <file>: <why>`, of what SQLite threw. */
export const storeFailure =
  (doing: string, file: string) =>
  (thrown: unknown): Failure => {
    const words = thrown instanceof Error ? thrown.message : String(thrown);
    const reason = reasons[codeOf(thrown) ?? 0];
    return storeUnavailable(
      `cannot ${doing} ${file}: ${reason === undefined ? words : `${reason} (${words})`}`,
    );
  };
