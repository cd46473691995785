import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A process that has a log open and does what its script says; it tells what it did line by line. */
export type LogChild = Readonly<{
  pid: number;
  lines: AsyncIterator<string>;
  tell: (line: string) => void;
  /** Tells it that there is no more. */
  end: () => void;
  kill: () => void;
  /** Its exit code; `undefined` where a signal ended it. */
  ended: Promise<number | undefined>;
}>;

type Process = ChildProcessByStdio<Writable, Readable, null>;

const ended = async (child: Process): Promise<number | undefined> => {
  await once(child, 'close');
  return child.exitCode ?? undefined;
};

/**
 * Starts one of the scripts beside this file, under the same Node.
 * @param options `uid` to run it as somebody else; `shell`, a line of a shell script to run before it
 */
export const startChild = (
  script: string,
  args: ReadonlyArray<string>,
  options: Readonly<{ uid?: number; shell?: string }> = {},
): LogChild => {
  const command = [
    process.execPath,
    '--conditions=@trackrecord/source',
    fileURLToPath(new URL(script, import.meta.url)),
    ...args,
  ];
  const child = spawn('sh', ['-c', `${options.shell ?? ':'}; exec "$@"`, 'sh', ...command], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  return {
    pid: child.pid ?? 0,
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    tell: (line) => {
      child.stdin.write(`${line}\n`);
    },
    end: () => {
      child.stdin.end();
    },
    kill: () => {
      child.kill('SIGKILL');
    },
    ended: ended(child),
  };
};

/** The next line that it tells; an error where it has ended without one. */
export const nextLine = async ({ lines }: LogChild): Promise<string> => {
  const line = await lines.next();
  if (line.done === true) throw new Error('the child has ended without saying more');
  return line.value;
};

/** All that it told before it ended. */
export const remainingLines = async ({ lines }: LogChild): Promise<ReadonlyArray<string>> => {
  const all: Array<string> = [];
  for (;;) {
    const line = await lines.next();
    if (line.done === true) return all;
    all.push(line.value);
  }
};
