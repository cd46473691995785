import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// Nothing is built before tests: libraries are taken from source by their own export condition.
// Without it vitest would test whatever an earlier build left in `dist`.
export const conditions = ['@trackrecord/source', ...defaultServerConditions];

const elsewhere = ['**/node_modules/**', '**/dist/**', '**/fixtures/**', 'test/benchmarks/**'];

const pure = [
  'libs/{kernel,domain,read-models,application,documents,pages}/src/**/*.spec.ts',
  'test/kit/src/**/*.spec.ts',
];
const architecture = ['test/architecture/**/*.spec.ts'];
const browser = ['test/browser/**/*.spec.ts'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Left to itself it keeps one processor free for watching.
    maxWorkers: '100%',
    // The cache does not see edits of tsconfig files: it can pass what no longer passes.
    fsModuleCache: false,
    setupFiles: ['test/kit/src/fixed-seed.ts'],
    projects: [
      {
        extends: true,
        // Files of specs share one module graph: many times faster. What a file changes outside itself it puts back.
        test: { name: 'pure', include: pure, exclude: elsewhere, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{libs,apps}/*/src/**/*.spec.ts', 'test/**/*.spec.ts'],
          exclude: [...elsewhere, ...pure, ...architecture, ...browser],
          isolate: false,
          testTimeout: 30_000,
          // Servers and browsers are started before the specs of a file, on machines with other work.
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          exclude: elsewhere,
          // Each file has a browser and a server of its own; the program and the sample's year are loaded once.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
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
