import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Ran } from './run-in-process.ts';

const launcher = fileURLToPath(new URL('../../../apps/cli/bin/trackrecord.js', import.meta.url));

/** How the child is run: what it sees, who it is, and a line of a shell script before it. */
export type ChildOptions = Readonly<{
  environment?: Readonly<Record<string, string>>;
  uid?: number;
  shell?: string;
}>;

/** A child that ended: a signal that ended it stands beside the code. */
export type Ended = Ran & Readonly<{ signal: string | null }>;

/** A command line in a process of its own, while it runs. */
export type Child = Readonly<{
  kill: (signal: NodeJS.Signals) => void;
  /** Resolves once it has printed some words. */
  printed: (words: string) => Promise<void>;
  ended: Promise<Ended>;
}>;

type Collected = Readonly<{ text: () => string; until: (words: string) => Promise<void> }>;

/** Collects what a stream tells, and looks for words in it. */
const collected = (stream: Readable): Collected => {
  const chunks: string[] = [];
  const text = () => chunks.join('');
  stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return {
    text,
    until: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (text().includes(words)) resolve();
        };
        stream.on('data', look).on('end', () => {
          reject(new Error(`it ended without "${words}": ${text()}`));
        });
        look();
      }),
  };
};

/** Starts a command line in a process of its own, under the Node of this one. */
export const startInChild = (
  argv: ReadonlyArray<string>,
  { environment = {}, uid, shell = ':' }: ChildOptions = {},
): Child => {
  const command = [process.execPath, launcher, ...argv];
  const child = spawn('sh', ['-c', `${shell}; exec "$@"`, 'sh', ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const [out, err] = [collected(child.stdout), collected(child.stderr)];
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? -1, signal, stdout: out.text(), stderr: err.text() });
    });
  });
  return {
    kill: (signal) => {
      child.kill(signal);
    },
    printed: out.until,
    ended,
  };
};

/** Runs a command line in a process of its own. */
export const runInChild = (argv: ReadonlyArray<string>, options?: ChildOptions): Promise<Ended> =>
  startInChild(argv, options).ended;
