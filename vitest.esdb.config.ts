import { defineConfig } from 'vitest/config';
import { running } from './vitest.config.ts';

// What any server must do as the peer does: `npm run test:esdb`.
export default defineConfig({
  test: {
    ...running,
    include: ['test/contract/kurrentdb-event-log.spec.ts', 'test/journeys/on-a-cluster.spec.ts'],
    globalSetup: 'test/cluster/announce-server.ts',
    // A server waits for its disks.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
