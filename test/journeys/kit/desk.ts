import { must } from '@trackrecord/test-kit';
import type * as t from 'io-ts';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Child, type ChildOptions, runInChild, startInChild } from './run-in-child.ts';
import { type Ran, runInProcess, type Setting } from './run-in-process.ts';

/** The time at a desk where a journey sets no other. */
const usualNow = '2026-01-15T10:00:00.000Z';

/** A manager's desk: a data directory of its own, a clock that stands where it is set, and the command line. */
export type Desk = Readonly<{
  data: string;
  /** Sets the clock: an instant, or a date meaning ten o'clock UTC on it. */
  setNow: (now: string) => void;
  /** Runs a command line and answers however it ends. */
  run: (...argv: ReadonlyArray<string>) => Promise<Ran>;
  /** Runs a command line that must be carried out; gives what it printed. */
  done: (...argv: ReadonlyArray<string>) => Promise<string>;
  /** Runs a command line with `--json` and decodes its answer. */
  json: <A>(codec: t.Type<A, unknown, unknown>, ...argv: ReadonlyArray<string>) => Promise<A>;
  /** Runs a command line in a process of its own. */
  child: (argv: ReadonlyArray<string>, options?: ChildOptions) => ReturnType<typeof runInChild>;
  start: (argv: ReadonlyArray<string>, options?: ChildOptions) => Child;
  /** Writes a file outside the data directory; gives its path. */
  file: (name: string, content: string | Uint8Array) => string;
  /** Another desk with a copy of the data. */
  copy: () => Desk;
}>;

/** What a desk has that others have not: variables, ids that can be foretold, a way to be told to stop. */
export type Outfit = Partial<Omit<Setting, 'now'>>;

const made: string[] = [];

const deskAt = (now: string, { environment: own = {}, ...outfit }: Outfit): Desk => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-journey-'));
  made.push(directory);
  const data = join(directory, 'data');
  const clock = { now };
  const environment = { TRACKRECORD_DATA: data, TRACKRECORD_BY: 'Ada Clerk', ...own };
  const run: Desk['run'] = (...argv) =>
    runInProcess(argv, { ...outfit, environment, now: clock.now });
  const done: Desk['done'] = async (...argv) => {
    const { code, stdout, stderr } = await run(...argv);
    if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };
  const withEnvironment = (options: ChildOptions = {}): ChildOptions => ({
    ...options,
    environment: { ...environment, ...options.environment },
  });
  return {
    data,
    setNow: (next) => {
      clock.now = next.length === 10 ? `${next}T10:00:00.000Z` : next;
    },
    run,
    done,
    json: async (codec, ...argv) => must(codec)(JSON.parse(await done(...argv, '--json'))),
    child: (argv, options) => runInChild(argv, withEnvironment(options)),
    start: (argv, options) => startInChild(argv, withEnvironment(options)),
    file: (name, content) => {
      const path = join(directory, name);
      writeFileSync(path, content);
      return path;
    },
    copy: () => {
      const other = deskAt(clock.now, { ...outfit, environment: own });
      mkdirSync(other.data, { recursive: true });
      if (existsSync(data)) cpSync(data, other.data, { recursive: true });
      return other;
    },
  };
};

/** Sets up a desk; all desks of a file of specs are cleared away at its end. */
export const setUpDesk = (outfit: Outfit = {}): Desk => deskAt(usualNow, outfit);

afterAll(() => {
  made.splice(0).forEach((directory) => {
    rmSync(directory, { recursive: true, force: true });
  });
});
