import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
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
export type Child = Readonly<{ kill: (signal: NodeJS.Signals) => void; ended: Promise<Ended> }>;

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
  const closed = new Promise<Readonly<{ code: number; signal: string | null }>>(
    (resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        resolve({ code: code ?? -1, signal });
      });
    },
  );
  const ended = Promise.all([closed, text(child.stdout), text(child.stderr)]).then(
    ([{ code, signal }, stdout, stderr]): Ended => ({ code, signal, stdout, stderr }),
  );
  return {
    kill: (signal) => {
      child.kill(signal);
    },
    ended,
  };
};

/** Runs a command line in a process of its own. */
export const runInChild = (argv: ReadonlyArray<string>, options?: ChildOptions): Promise<Ended> =>
  startInChild(argv, options).ended;
