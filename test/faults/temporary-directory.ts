import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a test with a directory of its own, and removes it however the test ends. */
export const inDirectory =
  (test: (directory: string) => Promise<void>) => async (): Promise<void> => {
    const directory = mkdtempSync(join(tmpdir(), 'trackrecord-fault-'));
    try {
      await test(directory);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  };
