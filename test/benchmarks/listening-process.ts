import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process that told where it listens. */
export type ListeningProcess = Readonly<{ url: string; stop: () => Promise<void> }>;

/** Starts a server as a process of its own, and waits until it says "It listens at …". */
export const startListening = async (
  argv: ReadonlyArray<string>,
  environment: Readonly<Record<string, string>> = {},
): Promise<ListeningProcess> => {
  const child = spawn(process.execPath, [...argv], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^It listens at (http:\/\/[\d.]+:\d+)/u.exec(line)?.[1];
    if (url === undefined) continue;
    return {
      url,
      stop: async () => {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      },
    };
  }
  throw new Error(`${argv.join(' ')} ended before it told where it listens`);
};
