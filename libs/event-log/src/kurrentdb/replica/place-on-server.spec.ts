import { describe, expect, it } from 'vitest';
import { revisionOnServer } from './place-on-server.ts';

describe('a revision as the server counts it', () => {
  it.each<[number, ReadonlyArray<bigint>, bigint]>([
    [0, [], 0n],
    [7, [], 7n],
    // On the server: 0 kept, 1 skipped, 2 kept.
    [0, [1n], 0n],
    [1, [1n], 2n],
    // 0 and 1 skipped, 2 kept, 3 skipped, 4 kept.
    [0, [0n, 1n, 3n], 2n],
    [1, [0n, 1n, 3n], 4n],
    // What is skipped after it does not count.
    [1, [2n, 3n], 1n],
  ])(
    'given revision %i of the log and skipped %s, then it is %s',
    (revision, skipped, expected) => {
      expect(revisionOnServer(revision, skipped)).toBe(expected);
    },
  );
});
