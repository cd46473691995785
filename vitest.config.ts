import { accessSync, constants, statfsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

/** What Linux keeps in memory. */
const inMemory = '/dev/shm';
const leastRoom_bytes = 2 ** 31;

/**
 * Where specs put their files: in memory where there is room. Every commit of a log waits for what it is written to, and
 * a process that is killed in a spec loses as little there as on a disk.
 */
const placeForFiles = (): Readonly<Record<string, string>> => {
  if (process.env['TMPDIR'] !== undefined) return {};
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= leastRoom_bytes ? { TMPDIR: inMemory } : {};
  } catch {
    return {};
  }
};

const elsewhere = ['**/node_modules/**', '**/dist/**', '**/fixtures/**', 'test/benchmarks/**'];
const architecture = ['test/architecture/**/*.spec.ts'];

/** How specs are run, whichever they are. */
export const running = {
  // Nothing is built before tests: libraries are taken from source by their own export condition. Without it Node would
  // take whatever an earlier build left in `dist`.
  execArgv: ['--conditions=@trackrecord/source'],
  // Node reads the sources as they are, as it does when somebody starts the program from a clone: it takes half as long.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  setupFiles: ['test/kit/src/fixed-seed.ts'],
};

export default defineConfig({
  test: {
    ...running,
    // Left to itself it keeps one processor free for watching.
    maxWorkers: '100%',
    // Files of specs share one module graph: many times faster. What a file changes outside itself it puts back.
    isolate: false,
    // Who watches sees the specs that were asked for run again: what Node loads by itself cannot be followed.
    forceRerunTriggers: [...configDefaults.forceRerunTriggers, '**/{libs,apps,test}/**/src/**'],
    env: placeForFiles(),
    projects: [
      {
        extends: true,
        test: {
          name: 'specs',
          include: ['{libs,apps}/*/src/**/*.spec.ts', 'test/**/*.spec.ts'],
          exclude: [...elsewhere, ...architecture],
          testTimeout: 30_000,
          // Servers and browsers are started before the specs of a file, on machines with other work.
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: architecture,
          exclude: elsewhere,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
