import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// Nothing is built before tests: libraries are taken from source by their own export condition.
// Without it vitest would test whatever an earlier build left in `dist`.
const conditions = ['@trackrecord/source', ...defaultServerConditions];

const exclude = ['**/node_modules/**', '**/dist/**', '**/fixtures/**'];

export default defineConfig({
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  // vitest's module cache does not see edits of tsconfig files: it can pass what no longer passes.
  test: {
    fsModuleCache: false,
    reporters: ['default'],
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          // No spec here keeps anything outside itself, so that all can share one module graph.
          isolate: false,
          include: [
            'libs/{kernel,domain,read-models,application,documents}/src/**/*.spec.ts',
            'test/kit/src/**/*.spec.ts',
          ],
          exclude,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [
            'libs/event-log/src/**/*.spec.ts',
            'apps/*/src/**/*.spec.ts',
            'apps/*/bin/**/*.spec.ts',
            'test/{contract,faults,golden,journeys}/**/*.spec.ts',
          ],
          exclude,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['test/architecture/**/*.spec.ts'],
          exclude,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
