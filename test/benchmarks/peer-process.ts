import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type PeerProcess = Readonly<{ connectionString: string; stop: () => Promise<void> }>;

const entry = fileURLToPath(new URL('../cluster-peer/serve.ts', import.meta.url));

/** The peer as a process of its own, so that it has a processor of its own where there is one. */
export const startPeerProcess = async (): Promise<PeerProcess> => {
  const child = spawn(process.execPath, ['--conditions=@trackrecord/source', entry], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) throw new Error('the peer ended before it told where it is');
  return {
    connectionString: first.value,
    stop: async () => {
      const exited = once(child, 'exit');
      child.stdin.end();
      await exited;
    },
  };
};
