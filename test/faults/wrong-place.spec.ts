import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { nextLine, startChild } from './log-child.ts';
import { closedLog, logFile, openLog } from './sample-log.ts';
import { inDirectory } from './temporary-directory.ts';

const refusal = async (file: string, mode: 'read' | 'write'): Promise<string> => {
  const opened = await openLog(file, { mode })();
  if (E.isRight(opened)) throw new Error('was opened');
  expect(opened.left._tag).toBe('Unavailable');
  expect(opened.left.message).toContain(file);
  return opened.left.message;
};

const sqliteFile = (file: string, sql: string): void => {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
};

describe('a place that is no log’s', () => {
  it.each([
    ['a text file', 'A plan of three priorities.\n'.repeat(400)],
    ['a few bytes', 'no'],
    ['zeros', '\0'.repeat(8192)],
  ])(
    'given %s, when it is opened, then it is refused by name and left as it is',
    (_case, content) =>
      inDirectory(async (directory) => {
        const file = logFile(directory);
        writeFileSync(file, content);
        for (const mode of ['read', 'write'] as const) {
          expect(await refusal(file, mode)).toContain('not a Trackrecord log');
        }
        expect(readFileSync(file, 'utf8')).toBe(content);
      })(),
  );

  it(
    'given another program’s SQLite file, then it is refused and left as it is',
    inDirectory(async (directory) => {
      const file = logFile(directory);
      sqliteFile(file, 'CREATE TABLE songs (title TEXT); PRAGMA application_id = 77');
      const before = readFileSync(file);
      for (const mode of ['read', 'write'] as const) {
        expect(await refusal(file, mode)).toContain('application id 77');
      }
      expect(readFileSync(file)).toEqual(before);
    }),
  );

  it(
    'given a log of a later format, then it says which it is and which it can read',
    inDirectory(async (directory) => {
      const file = await closedLog(directory, 1);
      sqliteFile(file, 'PRAGMA user_version = 9');
      for (const mode of ['read', 'write'] as const) {
        expect(await refusal(file, mode)).toMatch(/format 9.*reads format 1/);
      }
    }),
  );

  it(
    'given no file, when it is opened to read, then it is refused and none is made',
    inDirectory(async (directory) => {
      expect(await refusal(logFile(directory), 'read')).toContain('there is no log');
      expect(readdirSync(directory)).toEqual([]);
    }),
  );

  it(
    'given a file where the directory should be, then it is refused',
    inDirectory(async (directory) => {
      writeFileSync(join(directory, 'data'), '');
      await refusal(join(directory, 'data', 'log.db'), 'write');
    }),
  );

  it(
    'given a directory that may only be read, when a log is to be made there, then it is refused and nothing is left',
    inDirectory(async (directory) => {
      const data = join(directory, 'data');
      mkdirSync(data);
      chmodSync(data, 0o555);
      chmodSync(directory, 0o755);
      // Root may write anywhere: it asks somebody else to try.
      const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
      const child = startChild('obeying-child.ts', [logFile(data)], nobody);
      const said = await nextLine(child);
      expect(said).toContain('Unavailable');
      expect(said).toContain(logFile(data));
      await child.ended;
      expect(readdirSync(data)).toEqual([]);
      expect(existsSync(logFile(data))).toBe(false);
    }),
  );
});
